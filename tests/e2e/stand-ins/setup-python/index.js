console.log(
  `The machine's own Python stays in the place of ${process.env['INPUT_PYTHON-VERSION']}`,
);

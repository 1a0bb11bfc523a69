console.log('act has copied the working tree');

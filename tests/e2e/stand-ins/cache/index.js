console.log('nothing is kept');

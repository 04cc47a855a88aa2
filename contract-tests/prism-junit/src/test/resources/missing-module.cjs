// In place of Prism: one of its libraries is not there.
require('no-such-library');

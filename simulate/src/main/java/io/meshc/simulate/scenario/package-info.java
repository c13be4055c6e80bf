/// What is to run, and what is expected of it: a file, read as a whole before anything starts, so that a misspelt key is a
/// problem of the file and never an expectation that failed or, worse, passed.
@NullMarked
package io.meshc.simulate.scenario;

import org.jspecify.annotations.NullMarked;

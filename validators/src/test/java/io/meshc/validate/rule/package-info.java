/// The rule engine, on rules that are made up for the tests.
@NullMarked
package io.meshc.validate.rule;

import org.jspecify.annotations.NullMarked;

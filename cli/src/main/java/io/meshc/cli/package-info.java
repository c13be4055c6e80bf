/// The command line: options in, reports and exit status out.
@NullMarked
package io.meshc.cli;

import org.jspecify.annotations.NullMarked;

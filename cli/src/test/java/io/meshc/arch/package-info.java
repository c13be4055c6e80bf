/// Tests of the shape of the code: who may see whom. They read the compiled classes of every module.
@NullMarked
package io.meshc.arch;

import org.jspecify.annotations.NullMarked;

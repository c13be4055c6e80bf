@NullMarked
package io.meshc.validate.schema;

import org.jspecify.annotations.NullMarked;

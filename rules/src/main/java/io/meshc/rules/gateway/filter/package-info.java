/// What a route may not do with requests and answers.
@NullMarked
package io.meshc.rules.gateway.filter;

import org.jspecify.annotations.NullMarked;

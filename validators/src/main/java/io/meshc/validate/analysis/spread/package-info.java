/// How the requests to a Service are spread over the endpoints of several clusters.
///
/// In: what may take a request, how much of it there is and where it is. Out: shares, which are ranges where the repo does not show
/// where things are. Deliberately absent: what becomes of a request.
@NullMarked
package io.meshc.validate.analysis.spread;

import org.jspecify.annotations.NullMarked;

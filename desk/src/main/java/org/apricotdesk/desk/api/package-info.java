/// The REST API under `/api/v1`, for machines with a token.
///
/// [Api] is the way in. A feature adds its calls as an [ApiPart]: a piece of the contract and, for
/// every operation in it, a rule and a handler.
@NullMarked
package org.apricotdesk.desk.api;

import org.jspecify.annotations.NullMarked;

/** An OpenID Connect provider as this program uses it. Not for sessions and not for what a person may do. */
@NullMarked
package org.imprimatur.kit.oidc;

import org.jspecify.annotations.NullMarked;

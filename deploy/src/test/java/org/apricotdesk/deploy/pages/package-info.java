/// The pages in a real browser, on the whole product with the sample hospital in it.
@NullMarked
package org.apricotdesk.deploy.pages;

import org.jspecify.annotations.NullMarked;

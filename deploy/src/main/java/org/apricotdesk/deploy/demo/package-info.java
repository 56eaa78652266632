/// The whole product on one machine, with a stand-in for WeCom and the sample hospital.
///
/// [org.apricotdesk.deploy.demo.Demo] is the door.
@NullMarked
package org.apricotdesk.deploy.demo;

import org.jspecify.annotations.NullMarked;

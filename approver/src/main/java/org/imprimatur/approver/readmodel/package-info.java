/** Lists, details and histories that the pages and the API show, from a disposable SQLite file. Nothing is decided here: who needs the truth asks the review state by a command. */
@NullMarked
package org.imprimatur.approver.readmodel;

import org.jspecify.annotations.NullMarked;

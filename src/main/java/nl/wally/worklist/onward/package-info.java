/** Where a Wally brings a person: offers chosen from the directory, and how the person was handed over (W-5). */
@org.jspecify.annotations.NullMarked
package nl.wally.worklist.onward;

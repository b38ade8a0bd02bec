/** How a system proves at the token endpoint which client it is, and which clients there are. */
@org.jspecify.annotations.NullMarked
package nl.wally.access.client;

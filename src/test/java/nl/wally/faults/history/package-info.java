/**
 * Histories of clients that all want the same at the same moment, and a check whether they can be told as if one had come
 * after the other.
 */
package nl.wally.faults.history;

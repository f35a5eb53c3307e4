/**
 * Ready answers: a resolved badge with its picture, its headers, its cache policy and its
 * representations, and the memory that gives them again. It knows no upstream and looks nothing up.
 */
package dev.blazon.api.rendered;

package org.coalitionatlas.geography;

/**
 * A five-digit ZIP code.
 *
 * @param center where it lies, roughly: the centroid of its area
 * @param county the county its centre lies in; a ZIP code may reach into others
 */
public record ZipCode(String zip, String city, County county, Point center) {}

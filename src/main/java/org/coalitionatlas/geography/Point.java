package org.coalitionatlas.geography;

/**
 * A place on the globe.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Point(double latitude, double longitude) {

    private static final double EARTH_RADIUS_MILES = 3958.7613;

    /** Whether it lies between American Samoa and Alaska, the Marianas and the Virgin Islands. */
    public boolean isInTheUnitedStates() {
        return latitude >= -15
                && latitude <= 72
                && longitude >= -180
                && longitude <= 180
                && (longitude <= -64 || longitude >= 144);
    }

    /** Great-circle distance in statute miles. */
    public double milesTo(Point other) {
        double dLat = Math.toRadians(other.latitude - latitude);
        double dLon = Math.toRadians(other.longitude - longitude);
        double a =
                Math.pow(Math.sin(dLat / 2), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(other.latitude))
                                * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}

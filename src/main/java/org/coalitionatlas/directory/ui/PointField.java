package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.textfield.NumberField;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;

/** A place on the globe; both numbers or none. */
final class PointField extends PartsField<Point> {

    private final NumberField latitude = new NumberField();
    private final NumberField longitude = new NumberField();

    @SuppressWarnings("NullAway") // the empty value of this field is null
    PointField(DirectoryWords words) {
        super(null);
        setLabel(words.text("directory.field.point"));
        setHelperText(words.text("directory.point.help"));
        addClassName("pair-field");
        latitude.setLabel(words.text("directory.point.latitude"));
        longitude.setLabel(words.text("directory.point.longitude"));
        latitude.addValueChangeListener(e -> changed(e.isFromClient()));
        longitude.addValueChangeListener(e -> changed(e.isFromClient()));
        add(latitude, longitude);
    }

    @Override
    @SuppressWarnings("NullAway") // see above
    Point parts() {
        Double north = latitude.getValue();
        Double east = longitude.getValue();
        if (north == null && east == null) {
            return null;
        }
        if (north == null || east == null) {
            throw new InvalidValue("invalid.missing");
        }
        if (Math.abs(north) > 90 || Math.abs(east) > 180) {
            throw new InvalidValue("invalid.point", north, east);
        }
        return new Point(north, east);
    }

    @Override
    protected void setPresentationValue(@Nullable Point point) {
        latitude.setValue(point == null ? null : point.latitude());
        longitude.setValue(point == null ? null : point.longitude());
    }
}

package org.coalitionatlas.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** The coalition this installation serves: one row. */
@Entity
@Table(name = "coalition")
class Coalition {

    static final int ID = 1;

    @Id private int id = ID;
    @Version private @Nullable Long version;
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "coalition_county", joinColumns = @JoinColumn(name = "coalition_id"))
    @OrderColumn(name = "county_order")
    @Column(name = "county_fips")
    private List<String> counties = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Coalition() {}

    Coalition(String name, List<String> counties) {
        this.name = Texts.required(name, 200);
        this.counties = new ArrayList<>(counties);
    }

    void describe(String newName, List<String> newCounties) {
        name = Texts.required(newName, 200);
        counties.clear();
        counties.addAll(newCounties);
    }

    String name() {
        return name;
    }

    List<String> counties() {
        return counties;
    }
}

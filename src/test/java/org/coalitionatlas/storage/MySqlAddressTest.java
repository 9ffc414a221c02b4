package org.coalitionatlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://db/atlas?useSSL=false, jdbc:mysql://db/new?useSSL=false&createDatabaseIfNotExist=true",
        "jdbc:mysql://db:3306/check, jdbc:mysql://db:3306/new?createDatabaseIfNotExist=true",
        "jdbc:mysql://db:3306/, jdbc:mysql://db:3306/new?createDatabaseIfNotExist=true",
        "jdbc:mysql://db, jdbc:mysql://db/new?createDatabaseIfNotExist=true",
        "jdbc:mysql://db?useSSL=false, jdbc:mysql://db/new?useSSL=false&createDatabaseIfNotExist=true",
        "jdbc:mysql://[::1]:3306/my-atlas?, jdbc:mysql://[::1]:3306/new?createDatabaseIfNotExist=true"
    })
    void the_database_of_an_address_is_replaced_however_it_is_written(String from, String to) {
        assertThat(MySqlAddress.ofNewDatabase(from, "new")).isEqualTo(to);
    }

    @Test
    void what_is_no_address_of_mysql_is_refused_by_the_name_of_the_setting() {
        assertThatThrownBy(() -> MySqlAddress.ofNewDatabase("db.internal", "new"))
                .hasMessageContaining("ATLAS_TEST_MYSQL_URL must look like");
    }
}

package org.coalitionatlas.identity;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Coalitions extends Repository<Coalition, Integer> {

    Coalition save(Coalition coalition);

    Optional<Coalition> findById(int id);
}

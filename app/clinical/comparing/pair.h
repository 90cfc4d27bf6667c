#pragma once
// Which two photographs of a patient say most beside each other: of one view the newest, and the
// oldest that it may be held against.

#include <optional>
#include <vector>

#include "app/clinical/comparing/comparability.h"
#include "schema/records/photo.h"

namespace clinical {

struct PhotoPair {
    schema::Photo first;  // of an earlier day
    schema::Photo second;
    Comparability comparability;
};

// A comparable pair; where there is none a partly judged one, else one that was not judged; of
// equals that of the first view (in the order of PhotoView), with the newest second and then the
// oldest first. Never two that are not comparable, of another view, region or side, of one day, or
// documents. Of each view the newest ten are tried with the oldest ten. Nothing where none fits.
std::optional<PhotoPair> pair_to_show(std::vector<schema::Photo> photos, int limit);

}  // namespace clinical

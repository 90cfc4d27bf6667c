#include "app/clinical/instruments/vancouver.h"

namespace clinical {

int vancouver(const schema::Vancouver& items) {
    return items.pigmentation + items.vascularity + items.pliability + items.height;
}

}  // namespace clinical

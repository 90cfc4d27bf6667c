#include "app/import/progress_part.h"

namespace exchange {

Progress part_of(const Progress& whole, double from, double to) {
    return whole ? Progress([whole, from, to](double share) { whole(from + (to - from) * share); })
                 : Progress();
}

}  // namespace exchange

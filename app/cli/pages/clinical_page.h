#pragma once
// docs/clinical.md, made from the catalogues of app/clinical, so that it cannot drift from them.

#include <string>

namespace cli {

std::string clinical_page();

}  // namespace cli

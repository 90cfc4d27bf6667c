#pragma once
// docs/data-model.md, made from the records' own descriptions.

#include <string>

namespace cli {

std::string data_model();

}  // namespace cli

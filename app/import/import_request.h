#pragma once
// An import that a program asks for in JSON, with the file in it.

#include <nlohmann/json_fwd.hpp>

#include "app/import/import_options.h"

namespace exchange {

// {"kind","name","content" or "content_base64","options":{"map":[…],"set":[…],"values":[…],
// "missing":[…],"no_header","header","header_row","sheet","decimal","encoding","dates","origin",
// "missing":[…],"no_header","header","header_row","sheet","decimal","encoding","dates","origin",
// "origin_from","only":[…],"ignore":[…],"fill_down":[…],"update","delimiter","create_patients",
// "add_scales","keep_good"},"dry_run","propose","confirm","reason"}: the options are those of the
// command line. Throws schema::Error (refused) with every member that does not fit.
ImportOptions read_import_request(const nlohmann::ordered_json& object);

}  // namespace exchange

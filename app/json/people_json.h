#pragma once
// The people of the clinic, their browsers and programs for other programs. No hash or secret is
// part of it.

#include <vector>

#include "app/access/turn.h"
#include "app/json/json_value.h"
#include "db/records/clinic_keys.h"
#include "db/secrets/program_tokens.h"

namespace exchange {

// {"id","name","display_name","role","language","active","version"}
OrderedJson account_json(const schema::Account& account);

// [{"id","label","account","revoked","version","seen_at","signed_in"}]: `signed_in` the account
// whose turn it is; `seen_at` in UTC.
OrderedJson devices_json(const std::vector<access_control::KnownDevice>& devices);

// [{"id","name","rights":[…],"account","until","revoked"}]
OrderedJson tokens_json(const std::vector<db::ProgramToken>& tokens);

// [{"fingerprint","public_key","made_at","since_entry","vouched","retired_at","until_entry"}], the
// one in use last; `vouched`: whether the key before signed for it.
OrderedJson clinic_keys_json(const std::vector<db::ClinicKey>& keys);

// [{"right","lets","roles":[…]}]: the table of rights.
OrderedJson rights_json();

}  // namespace exchange

#pragma once
// Recording a session through the safety rules: `session record … --override RULE="reason"`.

#include "app/cli/invocation.h"
#include "app/tracking/overrides.h"
#include "schema/records/session.h"

namespace cli {

Option override_option();

// Throws schema::Error (refused) for an override that is not RULE=reason or is given twice.
tracking::Overrides overrides_given(const Arguments& arguments);

// What the rules had found, with the reasons given, as lines; nothing for nothing.
std::string findings_of_session(const db::Book& book, const schema::Session& session, int width);

// Records it and prints its id; cautions go to the error stream. Throws as tracking::record_session
// does, and for an override that is not RULE=reason or is given twice.
void record_session(Invocation& call, db::Book& book, const schema::Session& session);
// The same for one that is corrected; prints no id.
void correct_session(Invocation& call, db::Book& book, const schema::Session& session);

}  // namespace cli

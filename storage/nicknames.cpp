// SPDX-License-Identifier: Apache-2.0
#include "storage/nicknames.h"

#include <unordered_map>

namespace kith::storage {
namespace {

const std::unordered_map<std::string_view, std::string_view>& Nicknames() {
  static const std::unordered_map<std::string_view, std::string_view> names = {
      {"abby", "abigail"},        {"al", "albert"},         {"alec", "alexander"},  {"alex", "alexander"},
      {"andi", "andreas"},        {"andy", "andrew"},       {"angie", "angela"},    {"ann", "anna"},
      {"anne", "anna"},           {"annie", "anna"},        {"barb", "barbara"},    {"becky", "rebecca"},
      {"ben", "benjamin"},        {"benny", "benjamin"},    {"bernie", "bernard"},  {"bert", "albert"},
      {"beth", "elizabeth"},      {"betty", "elizabeth"},   {"bill", "william"},    {"billy", "william"},
      {"bob", "robert"},          {"bobby", "robert"},      {"carrie", "caroline"}, {"cathy", "catherine"},
      {"charlie", "charles"},     {"chris", "christopher"}, {"chuck", "charles"},   {"cindy", "cynthia"},
      {"clara", "klara"},         {"dan", "daniel"},        {"danny", "daniel"},    {"dave", "david"},
      {"debbie", "deborah"},      {"deb", "deborah"},       {"dick", "richard"},    {"don", "donald"},
      {"doug", "douglas"},        {"ed", "edward"},         {"eddie", "edward"},    {"eli", "elizabeth"},
      {"eliza", "elizabeth"},     {"ellie", "eleanor"},     {"elsa", "elizabeth"},  {"fede", "federico"},
      {"fran", "frances"},        {"frank", "francis"},     {"fred", "frederick"},  {"fritz", "friedrich"},
      {"gabi", "gabriele"},       {"gene", "eugene"},       {"greg", "gregory"},    {"gus", "augustus"},
      {"hank", "henry"},          {"hans", "johannes"},     {"harry", "henry"},     {"jack", "john"},
      {"jake", "jacob"},          {"jamie", "james"},       {"jan", "johannes"},    {"jeff", "jeffrey"},
      {"jen", "jennifer"},        {"jenny", "jennifer"},    {"jerry", "gerald"},    {"jim", "james"},
      {"jimmy", "james"},         {"jo", "joanna"},         {"joe", "joseph"},      {"joey", "joseph"},
      {"johnny", "john"},         {"jon", "jonathan"},      {"josh", "joshua"},     {"jose", "joseph"},
      {"julie", "julia"},         {"kate", "catherine"},    {"kathy", "catherine"}, {"katie", "catherine"},
      {"katherine", "catherine"}, {"kathryn", "catherine"}, {"ken", "kenneth"},     {"kim", "kimberly"},
      {"larry", "lawrence"},      {"len", "leonard"},       {"leo", "leonard"},     {"liz", "elizabeth"},
      {"lizzie", "elizabeth"},    {"maggie", "margaret"},   {"mandy", "amanda"},    {"marty", "martin"},
      {"matt", "matthew"},        {"max", "maximilian"},    {"meg", "margaret"},    {"mick", "michael"},
      {"mike", "michael"},        {"mitch", "mitchell"},    {"molly", "mary"},      {"nancy", "anna"},
      {"nat", "nathaniel"},       {"nate", "nathaniel"},    {"ned", "edward"},      {"nick", "nicholas"},
      {"nico", "nicholas"},       {"niko", "nicholas"},     {"pam", "pamela"},      {"pat", "patricia"},
      {"patty", "patricia"},      {"peggy", "margaret"},    {"pepe", "joseph"},     {"pete", "peter"},
      {"phil", "philip"},         {"ray", "raymond"},       {"rich", "richard"},    {"rick", "richard"},
      {"rob", "robert"},          {"robbie", "robert"},     {"ron", "ronald"},      {"rudi", "rudolf"},
      {"sam", "samuel"},          {"sammy", "samuel"},      {"sandy", "sandra"},    {"sascha", "alexander"},
      {"sepp", "joseph"},         {"steve", "steven"},      {"stephen", "steven"},  {"steffi", "stefanie"},
      {"sue", "susan"},           {"susie", "susan"},       {"ted", "theodore"},    {"terry", "terence"},
      {"tim", "timothy"},         {"tina", "christina"},    {"toby", "tobias"},     {"tom", "thomas"},
      {"tommy", "thomas"},        {"toni", "anton"},        {"tony", "anthony"},    {"ulli", "ulrich"},
      {"uli", "ulrich"},          {"val", "valerie"},       {"vicky", "victoria"},  {"vince", "vincent"},
      {"wes", "wesley"},          {"will", "william"},      {"willi", "wilhelm"},   {"zach", "zachary"},
      {"zack", "zachary"}};
  return names;
}

}  // namespace

std::string_view FullGivenName(std::string_view folded) {
  const auto found = Nicknames().find(folded);
  return found == Nicknames().end() ? folded : found->second;
}

}  // namespace kith::storage

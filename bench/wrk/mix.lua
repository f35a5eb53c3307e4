-- Ten requests for badges that were seen before, then one for a new project. Argument: a word for this run.
dofile(debug.getinfo(1, "S").source:sub(2):match("^(.*/)") .. "report.lua")

local seen = 100
local run, number = "", 0

function init(arguments)
  run = arguments[1]
end

function request()
  number = number + 1
  if number % 11 == 0 then
    return wrk.format("GET", "/version/mix-" .. run .. "-" .. number .. "/badge.svg")
  end
  return wrk.format("GET", "/version/seen-" .. (number % seen) .. "/badge.svg")
end

# Which wish an image does not fulfil: {kind, wanted, seen}, or nothing. $wishes: [{kind, value}].
def words: if type == "array" then map(strings) | if .[:2] == ["/bin/sh", "-c"] then .[2:] else . end | join(" ") else "" end;
def pair($list; $value): ($value | split("=")[0] + "=") as $key | [$list[]? | strings | select(startswith($key))][0] // "";

(.Config // {}) as $config
| [ $wishes[] | .value as $value
    | if .kind == "cmd" then {met: ($config.Cmd | words == $value), seen: ($config.Cmd | words)}
      elif .kind == "entrypoint" then {met: ($config.Entrypoint | words == $value), seen: ($config.Entrypoint | words)}
      elif .kind == "env" then pair($config.Env // []; $value) as $seen | {met: ($seen == $value), seen: $seen}
      elif .kind == "label" then [($config.Labels // {}) | to_entries[] | "\(.key)=\(.value)"] as $labels
        | pair($labels; $value) as $seen | {met: ($seen == $value), seen: $seen}
      elif .kind == "port" then [($config.ExposedPorts // {}) | keys[]] as $ports
        | {met: any($ports[]; . == $value or . == $value + "/tcp"), seen: ($ports | join(", "))}
      elif .kind == "workdir" then {met: ($config.WorkingDir == $value), seen: ($config.WorkingDir // "")}
      else {met: ($config.User == $value), seen: ($config.User // "")} end
      + {kind, wanted: $value}
    | select(.met | not) ][0] // empty

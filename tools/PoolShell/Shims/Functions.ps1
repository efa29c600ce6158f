# Commands of Microsoft.PowerShell.Utility and Microsoft.PowerShell.Management that the bare engine lacks, each with the parameters it names here
# and no others: an advanced function refuses what it does not have.

function Test-Path {
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'Path')][AllowEmptyString()][string[]]$Path,
        [Parameter(Mandatory, ParameterSetName = 'LiteralPath')][string[]]$LiteralPath,
        [ValidateSet('Any', 'Container', 'Leaf')][string]$PathType = 'Any'
    )
    process {
        foreach ($item in $(if ($LiteralPath) { $LiteralPath } else { $Path })) {
            if ([string]::IsNullOrWhiteSpace($item)) { $false; continue }
            if ($item -match '^(Env|Variable|Function):') { $null -ne $ExecutionContext.InvokeProvider.Item.Exists($item) -and $ExecutionContext.InvokeProvider.Item.Exists($item); continue }
            $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($item)
            switch ($PathType) {
                'Container' { [IO.Directory]::Exists($full) }
                'Leaf' { [IO.File]::Exists($full) }
                default { [IO.File]::Exists($full) -or [IO.Directory]::Exists($full) -or (-not $LiteralPath -and $ExecutionContext.InvokeProvider.Item.Exists($item)) }
            }
        }
    }
}

function Join-Path {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path,
        [Parameter(Mandatory, Position = 1)][AllowEmptyString()][string]$ChildPath,
        [Parameter(Position = 2, ValueFromRemainingArguments)][string[]]$AdditionalChildPath
    )
    process {
        foreach ($item in $Path) {
            $joined = $ExecutionContext.SessionState.Path.Combine($item, $ChildPath)
            foreach ($more in $AdditionalChildPath) { $joined = $ExecutionContext.SessionState.Path.Combine($joined, $more) }
            $joined
        }
    }
}

function Split-Path {
    [CmdletBinding(DefaultParameterSetName = 'Parent')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path,
        [Parameter(ParameterSetName = 'Parent')][switch]$Parent,
        [Parameter(Mandatory, ParameterSetName = 'Leaf')][switch]$Leaf,
        [Parameter(Mandatory, ParameterSetName = 'LeafBase')][switch]$LeafBase,
        [Parameter(Mandatory, ParameterSetName = 'Extension')][switch]$Extension
    )
    process {
        foreach ($item in $Path) {
            switch ($PSCmdlet.ParameterSetName) {
                'Parent' { [IO.Path]::GetDirectoryName($item) }
                'Leaf' { [IO.Path]::GetFileName($item) }
                'LeafBase' { [IO.Path]::GetFileNameWithoutExtension($item) }
                'Extension' { [IO.Path]::GetExtension($item) }
            }
        }
    }
}

function Resolve-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path)
    process { foreach ($item in $Path) { $ExecutionContext.SessionState.Path.GetResolvedPSPathFromPSPath($item) } }
}

function Get-Location {
    [CmdletBinding()]
    param()
    $ExecutionContext.SessionState.Path.CurrentLocation
}

function Set-Location {
    [CmdletBinding()]
    param([Parameter(Position = 0, ValueFromPipeline)][string]$Path = '~', [switch]$PassThru)
    process {
        $there = $ExecutionContext.SessionState.Path.SetLocation($Path)
        if ($PassThru) { $there }
    }
}

function Get-Item {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path)
    process { foreach ($item in $Path) { $ExecutionContext.InvokeProvider.Item.Get($item) } }
}

function Get-ChildItem {
    [CmdletBinding()]
    param([Parameter(Position = 0, ValueFromPipeline)][string[]]$Path = '.', [Parameter(Position = 1)][string]$Filter = '*', [switch]$File, [switch]$Directory, [switch]$Recurse)
    process {
        foreach ($item in $Path) {
            $folder = [IO.DirectoryInfo]::new($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($item))
            foreach ($found in $folder.GetFileSystemInfos($Filter, $(if ($Recurse) { 'AllDirectories' } else { 'TopDirectoryOnly' }))) {
                if ($File -and $found -isnot [IO.FileInfo]) { continue }
                if ($Directory -and $found -isnot [IO.DirectoryInfo]) { continue }
                $found
            }
        }
    }
}

function New-Item {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)][string]$Path, [ValidateSet('File', 'Directory')][string]$ItemType = 'File', [string]$Value = '', [switch]$Force)
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    if (-not $PSCmdlet.ShouldProcess($full, "New $ItemType")) { return }
    if ($ItemType -eq 'Directory') { return [IO.Directory]::CreateDirectory($full) }
    if ([IO.File]::Exists($full) -and -not $Force) { throw [IO.IOException]::new("The file '$full' already exists.") }
    [IO.File]::WriteAllText($full, $Value)
    [IO.FileInfo]::new($full)
}

function Remove-Item {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path, [switch]$Recurse, [switch]$Force)
    process {
        foreach ($item in $Path) {
            if (-not $PSCmdlet.ShouldProcess($item, 'Remove')) { continue }
            $ExecutionContext.InvokeProvider.Item.Remove($item, $Recurse.IsPresent)
        }
    }
}

function Get-Content {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][string[]]$Path, [switch]$Raw, [int]$TotalCount = -1)
    process {
        foreach ($item in $Path) {
            $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($item)
            if (-not [IO.File]::Exists($full)) {
                $missing = [Management.Automation.ItemNotFoundException]::new("Cannot find path '$full' because it does not exist.")
                $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new($missing, 'PathNotFound', 'ObjectNotFound', $item))
                continue
            }
            if ($Raw) { [IO.File]::ReadAllText($full); continue }
            $read = 0
            foreach ($line in [IO.File]::ReadLines($full)) {
                if ($TotalCount -ge 0 -and $read++ -ge $TotalCount) { break }
                $line
            }
        }
    }
}

function Import-Csv {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Path)
    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    $rows = [Collections.Generic.List[object]]::new()
    $row = [Collections.Generic.List[string]]::new()
    foreach ($field in [regex]::Matches([IO.File]::ReadAllText($full), '\G(?!\z)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|\z)')) {
        $row.Add($(if ($field.Groups[1].Success) { $field.Groups[1].Value.Replace('""', '"') } else { $field.Groups[2].Value }))
        if ($field.Groups[3].Value -eq ',') { continue }
        if ($row.Count -gt 1 -or $row[0]) { $rows.Add($row.ToArray()) }
        $row.Clear()
    }
    for ($line = 1; $line -lt $rows.Count; $line++) {
        $item = [ordered]@{}
        for ($column = 0; $column -lt $rows[0].Count; $column++) { $item[$rows[0][$column]] = if ($column -lt $rows[$line].Count) { $rows[$line][$column] } }
        [pscustomobject]$item
    }
}

function Set-Content {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)][string]$Path, [Parameter(Position = 1, ValueFromPipeline)][AllowNull()][AllowEmptyString()][object[]]$Value, [switch]$NoNewline)
    begin { $lines = [Collections.Generic.List[string]]::new() }
    process { foreach ($item in $Value) { $lines.Add("$item") } }
    end {
        $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
        if (-not $PSCmdlet.ShouldProcess($full, 'Set Content')) { return }
        $ending = if ($NoNewline) { '' } else { [Environment]::NewLine }
        [IO.File]::WriteAllText($full, $(if ($lines.Count) { ($lines -join $ending) + $ending } else { '' }))
    }
}

function Add-Content {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, Position = 0)][string]$Path, [Parameter(Position = 1, ValueFromPipeline)][AllowNull()][AllowEmptyString()][object[]]$Value)
    process {
        $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
        if (-not $PSCmdlet.ShouldProcess($full, 'Add Content')) { return }
        foreach ($item in $Value) { [IO.File]::AppendAllText($full, "$item$([Environment]::NewLine)") }
    }
}

function Get-Date {
    [CmdletBinding()]
    param([Parameter(Position = 0, ValueFromPipeline)][datetime]$Date, [string]$Format, [switch]$AsUTC)
    process {
        $moment = if ($PSBoundParameters.ContainsKey('Date')) { $Date } else { [datetime]::Now }
        if ($AsUTC) { $moment = $moment.ToUniversalTime() }
        if ($Format) { $moment.ToString($Format) } else { $moment }
    }
}

function Start-Sleep {
    [CmdletBinding(DefaultParameterSetName = 'Seconds')]
    param([Parameter(Mandatory, Position = 0, ParameterSetName = 'Seconds')][double]$Seconds, [Parameter(Mandatory, ParameterSetName = 'Milliseconds')][int]$Milliseconds)
    # In small parts, so that Ctrl+C is heard.
    $until = [datetime]::UtcNow.AddMilliseconds($(if ($PSCmdlet.ParameterSetName -eq 'Seconds') { $Seconds * 1000 } else { $Milliseconds }))
    while (($left = ($until - [datetime]::UtcNow).TotalMilliseconds) -gt 0) { [Threading.Thread]::Sleep([int][Math]::Min(100, [Math]::Ceiling($left))) }
}

function New-Guid {
    [CmdletBinding()]
    param()
    [guid]::NewGuid()
}

function New-Object {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$TypeName, [Parameter(Position = 1)][object[]]$ArgumentList, [Collections.IDictionary]$Property)
    $type = $TypeName -as [type]
    if (-not $type) { throw [Management.Automation.PSArgumentException]::new("Cannot find type [$TypeName]: verify that the assembly containing this type is loaded.") }
    $made = if ($type -eq [psobject]) { [pscustomobject]@{} } elseif ($ArgumentList) { $type::new.Invoke($ArgumentList) } else { [Activator]::CreateInstance($type) }
    foreach ($key in $Property.Keys) {
        if ($made.psobject.Properties[$key]) { $made.$key = $Property[$key] } else { $made.psobject.Properties.Add([psnoteproperty]::new($key, $Property[$key])) }
    }
    $made
}

function Add-Member {
    [CmdletBinding(DefaultParameterSetName = 'Note')]
    param(
        [Parameter(Mandatory, ValueFromPipeline)][psobject]$InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Note')][string]$NotePropertyName,
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'Note')][AllowNull()][object]$NotePropertyValue,
        [switch]$PassThru, [switch]$Force
    )
    process {
        if ($Force) { $InputObject.psobject.Properties.Remove($NotePropertyName) }
        $InputObject.psobject.Properties.Add([psnoteproperty]::new($NotePropertyName, $NotePropertyValue))
        if ($PassThru) { $InputObject }
    }
}

function Get-Member {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)][psobject]$InputObject, [Parameter(Position = 0)][string[]]$Name = '*')
    begin { $seen = @{} }
    process {
        $type = $InputObject.psobject.TypeNames[0]
        if ($seen[$type]) { return }
        $seen[$type] = $true
        foreach ($member in $InputObject.psobject.Members) {
            foreach ($pattern in $Name) {
                if ($member.Name -notlike $pattern) { continue }
                [pscustomobject]@{ TypeName = $type; Name = $member.Name; MemberType = $member.MemberType; Definition = "$member" }
                break
            }
        }
    }
}

function Get-Variable {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)][string]$Name, [switch]$ValueOnly)
    $found = $PSCmdlet.SessionState.PSVariable.Get($Name)
    if (-not $found) {
        $missing = [Management.Automation.ItemNotFoundException]::new("Cannot find a variable with the name '$Name'.")
        $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new($missing, 'VariableNotFound', 'ObjectNotFound', $Name))
    }
    elseif ($ValueOnly) { $found.Value }
    else { $found }
}

function ConvertTo-SecureString {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][string]$String, [Parameter(Mandatory)][switch]$AsPlainText, [switch]$Force)
    process {
        $secure = [securestring]::new()
        foreach ($character in $String.ToCharArray()) { $secure.AppendChar($character) }
        $secure.MakeReadOnly()
        $secure
    }
}

function ConvertFrom-Json {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][AllowEmptyString()][string]$InputObject, [switch]$AsHashtable)
    begin {
        $text = [Text.StringBuilder]::new()
        function Read-Element($element) {
            switch ($element.ValueKind) {
                'Object' {
                    $made = [ordered]@{}
                    foreach ($member in $element.EnumerateObject()) { $made[$member.Name] = Read-Element $member.Value }
                    if ($AsHashtable) { $made } else { [pscustomobject]$made }
                }
                'Array' { , @(foreach ($item in $element.EnumerateArray()) { Read-Element $item }) }
                'String' { $element.GetString() }
                'Number' { $whole = 0L; if ($element.TryGetInt64([ref]$whole)) { $whole } else { $element.GetDouble() } }
                'True' { $true }
                'False' { $false }
                default { $null }
            }
        }
    }
    process { $null = $text.AppendLine($InputObject) }
    end {
        $document = [Text.Json.JsonDocument]::Parse($text.ToString())
        Read-Element $document.RootElement
    }
}

function ConvertTo-Json {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromPipeline)][AllowNull()][object]$InputObject, [int]$Depth = 2, [switch]$Compress)
    begin {
        $items = [Collections.Generic.List[object]]::new()
        function Convert-Value($value, $level) {
            if ($null -eq $value -or $value -is [string] -or $value -is [bool] -or $value.GetType().IsPrimitive -or $value -is [decimal]) { return , $value }
            if ($value -is [enum]) { return [long]$value }
            if ($value -is [datetime] -or $value -is [datetimeoffset]) { return $value.ToString('o', [Globalization.CultureInfo]::InvariantCulture) }
            if ($level -gt $Depth) { return "$value" }
            if ($value -is [Collections.IDictionary]) {
                $made = [Collections.Generic.Dictionary[string, object]]::new()
                foreach ($key in $value.Keys) { $made["$key"] = Convert-Value $value[$key] ($level + 1) }
                return , $made
            }
            if ($value -is [Collections.IEnumerable]) {
                $list = [Collections.Generic.List[object]]::new()
                foreach ($item in $value) { $list.Add((Convert-Value $item ($level + 1))) }
                return , $list
            }
            $made = [Collections.Generic.Dictionary[string, object]]::new()
            foreach ($property in $value.psobject.Properties) { $made[$property.Name] = Convert-Value $property.Value ($level + 1) }
            , $made
        }
    }
    process { $items.Add($InputObject) }
    end {
        $options = [Text.Json.JsonSerializerOptions]::new()
        $options.WriteIndented = -not $Compress
        $options.Encoder = [Text.Encodings.Web.JavaScriptEncoder]::UnsafeRelaxedJsonEscaping
        $value = if ($items.Count -eq 1) { Convert-Value $items[0] 0 } else { Convert-Value $items 0 }
        [Text.Json.JsonSerializer]::Serialize([object]$value, $options)
    }
}

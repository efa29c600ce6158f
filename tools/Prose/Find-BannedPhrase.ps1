<#
.SYNOPSIS
Lists the words and phrases in the project's texts that Phrases.psd1 bans, and the sentences that are too long.
.DESCRIPTION
The script reads README, CHANGELOG, the about topics, the pages of docs that are written by hand, and the comments of the
examples. In the sources it reads the XML documentation, which becomes the help, and the string literals, which become
messages. Generated pages repeat the XML documentation and are not read.
.EXAMPLE
./tools/Prose/Find-BannedPhrase.ps1 | Format-Table Place, Phrase, Instead
.EXAMPLE
./tools/Prose/Find-BannedPhrase.ps1 -Path src/CognitoPools/Commands/Pool, en-US -Comment
#>
param(
    # Files and folders to read. By default, all texts that users read.
    [string[]] $Path,
    # Reads the comments of the sources as well.
    [switch] $Comment
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot/../..").Path
$rules = Import-PowerShellDataFile "$PSScriptRoot/Phrases.psd1"
$phrases = foreach ($rule in $rules.Phrases) {
    @{ Regex = [regex]::new($rule.Pattern, 'IgnoreCase, CultureInvariant'); Instead = $rule.Instead }
}

# The tokens of a source, so that a quote in a comment or a character does not begin a string.
$token = [regex]::new('(?x)
    (?<doc> (?: ///[^\n]*\n\s* )+ )
  | (?<comment> (?: //[^\n]*\n\s* )+ )
  | (?<char> ''(?: \\. | [^''\\\n] )+'' )
  | (?<raw> \$*"""[\s\S]*?""" )
  | (?<text> \$?@?"(?: \\. | [^"\\] )*" (?: \s*\+\s* \$?@?"(?: \\. | [^"\\] )*" )* )')

function Get-SourceText([string] $Text) {
    foreach ($match in $token.Matches($Text)) {
        if ($match.Groups['doc'].Success) {
            # Each paragraph and example is a text; a reference shows its name.
            $plain = $match.Value -replace '(?m)^\s*///\s?', '' -replace '<(see|paramref|typeparamref)\s+\w+="([^"]*)"\s*/>', '$2'
            $plain -split '</?(?:para|summary|remarks|param|example|code|list|item|description|term|returns|exception|typeparam|value)\b[^>]*>' |
                ForEach-Object { [pscustomobject]@{ Index = $match.Index; Text = $_ -replace '<[^>]+>', '' } }
        } elseif ($match.Groups['text'].Success -or $match.Groups['raw'].Success) {
            [pscustomobject]@{
                Index = $match.Index
                Text = $match.Value -replace '"\s*\+\s*\$?@?"', '' -replace '^[$@]*"+|"+$', '' -replace '\\n', ' ' -replace '\\"', '"'
            }
        } elseif ($Comment -and $match.Groups['comment'].Success) {
            [pscustomobject]@{ Index = $match.Index; Text = $match.Value -replace '(?m)^\s*//\s?', '' }
        }
    }
}

function Get-ScriptComment([string] $Text) {
    foreach ($match in [regex]::Matches($Text, '(?m)(^[ \t]*#[^\n]*\n)+|<#[\s\S]*?#>')) {
        $match.Value -replace '(?m)^\s*<?#>?\s?|#>', '' -split '(?m)^\.[A-Z]+[^\n]*$' |
            ForEach-Object { [pscustomobject]@{ Index = $match.Index; Text = $_ } }
    }
}

# A paragraph ends at an empty line, a heading, an item or a row of a table (cells are two spaces apart), and where the
# indentation changes.
function Get-PageText([string] $Text) {
    $Text = [regex]::Replace($Text, '(?ms)^```.*?^```', { param($m) $m.Value -replace '[^\n]', '' })
    foreach ($match in [regex]::Matches($Text, '(?m)^(?<in> *)(?<first>\S[^\n]*)(\n\k<in>(?![-*|#]|[^\n]*\S {2,}\S)\S[^\n]*)*')) {
        foreach ($cell in $match.Value -split '(?<!\\)\|') {
            [pscustomobject]@{ Index = $match.Index; Text = $cell -replace '^[\s#*-]+', '' }
        }
    }
}

function Get-Text([IO.FileInfo] $File) {
    $text = [IO.File]::ReadAllText($File.FullName)
    $parts = switch ($File.Extension) {
        '.cs' { Get-SourceText $text }
        '.ps1' { Get-ScriptComment $text }
        default { Get-PageText $text }
    }
    foreach ($part in $parts) {
        $plain = ($part.Text -replace '\s+', ' ').Trim()
        if ($plain -match '[a-z] [a-z]' -and -not $plain.StartsWith('<')) {
            $line = ($text.Substring(0, $part.Index).Split("`n")).Count
            [pscustomobject]@{ Place = "$([IO.Path]::GetRelativePath($root, $File.FullName)):$line"; Text = $plain }
        }
    }
}

$from = if ($Path) { $Path } else {
    'README.md', 'CHANGELOG.md', 'docs', 'en-US', 'examples', 'service-models', 'src', 'bench', 'tools', 'build.ps1' |
        ForEach-Object { Join-Path $root $_ }
}
$files = Get-ChildItem $from -Recurse -File -Include *.cs, *.md, *.txt, *.ps1 |
    Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]|CognitoPools\.AwsSdk' |
    Where-Object { -not ($_.Extension -eq '.md' -and (Get-Content $_ -TotalCount 4) -match '^<!-- Made from') } |
    Sort-Object FullName

foreach ($file in $files) {
    foreach ($part in Get-Text $file) {
        foreach ($phrase in $phrases) {
            $hit = $phrase.Regex.Match($part.Text)
            if ($hit.Success) {
                [pscustomobject]@{ Place = $part.Place; Phrase = $hit.Value.Trim(); Instead = $phrase.Instead; Text = $part.Text }
            }
        }
        foreach ($sentence in $part.Text -split '(?<=[.!?:;])\s+(?=[A-Z''"(`-])') {
            $words = @($sentence -split '\s+' -match '[a-z]').Count
            if ($words -gt $rules.LongestSentence) {
                [pscustomobject]@{
                    Place = $part.Place; Phrase = "$words words"; Instead = 'one idea a sentence'; Text = $sentence
                }
            }
        }
    }
}

# Writes the samples of one type as its views show them, in windows of several widths: what the golden files hold.
# PowerShell leaves the last column of a window free.
param([object[]]$Sample, [int[]]$Width = @(60, 80, 90, 100, 120, 200))

$ErrorActionPreference = 'Stop'
# The engine breaks lines between words in some cultures only, and within words in the others.
$culture, $rendering = [cultureinfo]::CurrentCulture, $PSStyle.OutputRendering
try {
    if ($Width.Count -gt 1) { [cultureinfo]::CurrentCulture = 'en-US' }
    $PSStyle.OutputRendering = 'PlainText'
    foreach ($columns in $Width) {
        foreach ($format in 'Format-Table', 'Format-List') {
            "=== $format, $columns columns"
            $Sample | & $format | Out-String -Stream -Width ($columns - 1) | ForEach-Object TrimEnd | Where-Object { $_ }
            ''
        }
    }
}
finally { [cultureinfo]::CurrentCulture, $PSStyle.OutputRendering = $culture, $rendering }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'examples/signin.ps1' {
    BeforeAll { $lines = & (Join-Path $PSScriptRoot '../examples/signin.ps1') }

    It 'walks through both flows, a rule, a denial, a refusal and a developer identity' {
        $lines | Should -Be @(
            '# A guest, in both flows'
            'Enhanced: shop_guestrole'
            'Basic: shop_guestrole'
            '# A user whose team has a role, and a user whose team has none'
            'user of web: shop-web'
            'signed in as shop-web'
            'user of sales: none'
            'refused: RoleDenied'
            '# A refused sign-in'
            'The token for accounts.google.com expired.'
            '# A user of a back end'
            'signed in as shop_authenticatedrole'
            '# The calls of the last sign-in'
            'GetOpenIdTokenForDeveloperIdentity'
            'GetCredentialsForIdentity'
            'GetCallerIdentity'
            'GetIdentityPoolRoles'
        )
    }
}

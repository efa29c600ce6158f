namespace CognitoPools.Module.Tests.Bound;

/// <summary>The table of calls. A test holds that it has every cmdlet and every parameter.</summary>
internal static class Scenes
{
    /// <summary>What is there in every scene: a pool with two providers and both roles, two identities of its users, roles
    /// and policies of IAM.</summary>
    public const string Stage = """
        Set-PoolSandbox -OpenIdConnectProvider 'https://login.example.com' -SamlProvider okta `
            -ManagedPolicy @{ Name = 'extra'; Document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}' }
        $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -DeveloperProviderName login.dev -Tag @{ team = 'web' } `
            -UserPoolId us-east-1_AbCdEf123 -ClientId abc -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $users = New-PoolTrustPolicy shop Authenticated -TagSession
        $guests = New-PoolTrustPolicy shop Guest
        $foreign = 'us-east-1:00000000-0000-0000-0000-000000000000'
        Set-PoolSandbox -Role @{ Name = 'users'; TrustPolicy = $users }, @{ Name = 'guests'; TrustPolicy = $guests },
            @{ Name = 'shut'; TrustPolicy = (New-PoolTrustPolicy $foreign Authenticated) },
            @{ Name = 'shutguests'; TrustPolicy = (New-PoolTrustPolicy $foreign Guest) }
        $google = @{ Google = New-PoolSandboxToken shop Google -Subject me }
        $narrow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
        $policyFile = Join-Path ([IO.Path]::GetTempPath()) 'CognitoPools.Module.Tests.policy.json'
        Set-Content -LiteralPath $policyFile $narrow
        $secret = ConvertTo-SecureString hidden -AsPlainText -Force
        """;

    private const string Folder = """
        $folder = Join-Path ([IO.Path]::GetTempPath()) "CognitoPools.Module.Tests.$PID.$([guid]::NewGuid().ToString('N'))"
        $null = New-Item -ItemType Directory $folder
        $file = Join-Path $folder shop.json

        """;

    // What a cmdlet wrote, without the folder's name.
    private const string Files = """
        Get-ChildItem $folder -Recurse -File | ForEach-Object { $_.FullName.Substring($folder.Length); Get-Content $_ -Raw }
        Remove-Item $folder -Recurse -Force
        """;

    // Differences name the files, so that these have the same names every time.
    private const string Compared = """
        $null = New-CognitoIdentityPool bare -NoRole -GuestAccess -Tag @{ team = 'app' }
        $file, $other, $template = 'file', 'other', 'template' |
            ForEach-Object { Join-Path ([IO.Path]::GetTempPath()) "CognitoPools.Module.Tests.$_.json" }
        Set-Content $file '{ "version": 1, "name": "shop", "guestAccess": false, "tags": { "team": "ops" } }'
        Set-Content $other '{ "version": 1, "name": "shop", "guestAccess": true, "tags": { "team": "lab" } }'
        Set-Content $template (@{
            Parameters = @{ Team = @{ Type = 'String'; Default = 'ops' } }
            Resources = @{ Pool = @{ Type = 'AWS::Cognito::IdentityPool'; Properties = @{
                IdentityPoolName = 'shop'; AllowUnauthenticatedIdentities = $false; IdentityPoolTags = @(@{ Key = 'team'; Value = @{ Ref = 'Team' } })
            } } }
        } | ConvertTo-Json -Depth 9)

        """;

    private const string Narrow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";

    // For every filter one identity that fails only this one.
    private const string Filters = """
        foreach ($provider in @{}, @{ Provider = 'Google' }) {
            foreach ($dates in ('06-01', '09-01'), ('08-10', '09-01'), ('02-01', '09-01'), ('06-01', '12-01'), ('06-01', '07-01')) {
                Add-PoolSandboxIdentity shop -CreationDate 2020-$($dates[0]) -LastModifiedDate 2020-$($dates[1]) -Disabled @provider
            }
            Add-PoolSandboxIdentity shop -CreationDate 2020-06-01 -LastModifiedDate 2020-09-01 @provider
        }
        Add-PoolSandboxIdentity shop -CreationDate 2020-06-01 -LastModifiedDate 2020-09-01 -Disabled -Provider CognitoUserPool
        """;

    private static readonly string[] FilterValues =
    [
        "-Guest", "-Authenticated", "-Provider Google", "-CreatedBefore 2020-08-01", "-CreatedAfter 2020-03-01",
        "-ModifiedBefore 2020-11-01", "-ModifiedAfter 2020-08-15", "-Disabled",
    ];

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Connect-PoolAccount", "Connect-PoolAccount -Sandbox",
            "-Region eu-west-1", "-RequestRate @{ ListIdentities = 1 }", "-ProfileName none",
            "-AccessKey AKIAEXAMPLE -SecretKey hidden", "-AccessKey AKIAEXAMPLE -SecretKey hidden -SessionToken hidden",
            "-Credential ([pscredential]::new('AKIAEXAMPLE', $secret))", "-EndpointUrl http://localhost:1", "-UseFips")
        {
            Stage = "$secret = ConvertTo-SecureString hidden -AsPlainText -Force",
        },
        new("Connect-PoolAccount without a sandbox", "Connect-PoolAccount -AccessKey AKIAEXAMPLE -SecretKey hidden -Region nowhere",
            "-Sandbox"),
        new("Disconnect-PoolAccount", "Disconnect-PoolAccount"),
        new("Get-PoolAccount", "Get-PoolAccount"),

        new("New-CognitoIdentityPool", "New-CognitoIdentityPool -Name new",
            "-GuestAccess", "-UserPoolId us-east-1_AbCdEf123", "-ClientId abc",
            "-Provider @{ Google = '1-a.apps.googleusercontent.com'; Rules = @{ Claim = 'hd'; Value = 'x'; Role = 'shut' } }",
            "-AuthenticatedRole shut", "-AuthenticatedRoleName a", "-AuthenticatedPermissionsPolicy $narrow",
            "-GuestRole shutguests", "-GuestRoleName g", "-GuestPermissionsPolicy $narrow", "-RepairTrust", "-NoRole",
            "-DeveloperProviderName login.new", "-BasicFlow Active", "-Tag @{ a = 'b' }", "-UseExisting", "-AllowDuplicate", "-Force", "-AsPlan"),
        new("New-CognitoIdentityPool that exists", "New-CognitoIdentityPool -Name bare -UseExisting -RepairTrust",
            "-GuestAccess", "-UserPoolId us-east-1_AbCdEf123", "-ClientId abc",
            "-Provider @{ Google = '1-a.apps.googleusercontent.com'; Rules = @{ Claim = 'hd'; Value = 'x'; Role = 'shut' } }",
            "-AuthenticatedRole shut", "-AuthenticatedRoleName a", "-AuthenticatedPermissionsPolicy $narrow",
            "-GuestRole shutguests", "-GuestRoleName g", "-GuestPermissionsPolicy $narrow", "-NoRole",
            "-DeveloperProviderName login.new", "-BasicFlow Active", "-Tag @{ a = 'b' }", "-AllowDuplicate", "-AsPlan")
        {
            Setup = """
                New-CognitoIdentityPool bare -GuestRoleName bare_guestrole
                Set-PoolRole bare Authenticated -None
                Set-PoolSandbox -Role @{ Name = 'bare_guestrole'; TrustPolicy = (New-PoolTrustPolicy $foreign Guest) }
                """,
        },
        new("Get-CognitoIdentityPool", "Get-CognitoIdentityPool", "-IdentityPool shop", "-Tag @{ stage = 'live' }", "-AllRegions")
        {
            Setup = """
                New-CognitoIdentityPool other -NoRole -Tag @{ stage = 'live' }
                New-CognitoIdentityPool shop -NoRole -Tag @{ stage = 'live' } -Region eu-west-1
                """,
        },
        new("Set-CognitoIdentityPool", "Set-CognitoIdentityPool -IdentityPool shop",
            "-NewName free", "-BasicFlow Inactive", "-DeveloperProviderName login.dev2", "-Tag @{ a = 'b' }",
            "-RemoveTag team", "-Force", "-PassThru", "-AsPlan"),
        new("Set-CognitoIdentityPool with a name that is taken", "Set-CognitoIdentityPool -IdentityPool shop -NewName other",
            "-AllowDuplicate", "-Tag @{ a = 'b' }")
        {
            Setup = "New-CognitoIdentityPool other -NoRole",
        },
        new("Remove-CognitoIdentityPool", "Remove-CognitoIdentityPool -IdentityPool shop", "-RemoveRole", "-Backup $folder", "-Force", "-AsPlan")
        {
            Setup = Folder,
            Probe = Files,
        },
        new("Export-CognitoIdentityPool", "Export-CognitoIdentityPool", "-IdentityPool shop", "-Tag @{ stage = 'live' }", "-AllRegions",
            "-Path $folder", "-Format Terraform", "-NoClobber", "-PassThru", "-Force")
        {
            Setup = Folder + """
                $null = New-CognitoIdentityPool other -NoRole -GuestAccess -Tag @{ stage = 'live' }
                $null = New-CognitoIdentityPool shop -NoRole -GuestAccess -Tag @{ stage = 'live' } -Region eu-west-1
                foreach ($name in 'shop', 'other') { Set-Content (Join-Path $folder "$name.json") before }
                """,
            Probe = Files,
        },
        new("Export-CognitoIdentityPool to a file", "Export-CognitoIdentityPool -IdentityPool shop -Path $file",
            "-Format Terraform", "-NoClobber", "-PassThru", "-Force")
        {
            Setup = Folder + "Set-Content $file before",
            Probe = Files,
        },
        new("Export-PoolReport", "Export-PoolReport -Path $file", "-IdentityPool shop", "-Tag @{ stage = 'live' }", "-AllRegions", "-Account",
            "-Id GuestEnabled", "-ExcludeId Guest*", "-Severity High", "-SuppressionPath $suppressions", "-UserPool $client",
            "-Measurement $measured", "-Difference $drift", "-Format Markdown", "-NoClobber", "-PassThru", "-Force")
        {
            Setup = Folder + """
                $null = New-CognitoIdentityPool other -NoRole -GuestAccess -Tag @{ stage = 'live' }
                $null = New-CognitoIdentityPool far -NoRole -GuestAccess -Tag @{ stage = 'live' } -Region eu-west-1
                $open = $users -replace '"StringEquals":\s*\{[^}]*\},', ''
                Set-PoolSandbox -Role @{ Name = 'opened'; TrustPolicy = $open }
                Set-PoolRole shop Authenticated -AttachPolicy extra
                Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com
                Add-PoolIdentityProvider shop -SamlProvider okta
                Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Rules -RoleResolution Deny `
                    -Rule @{ Claim = 'custom:role'; Operator = 'Equals'; Value = 'x'; Role = 'users' }
                $client = '{ "UserPoolClient": { "ClientId": "abc", "WriteAttributes": [ "name" ] } }'
                Add-PoolSandboxIdentity shop -Count 3
                $measured = Measure-PoolIdentity shop
                $suppressions = Join-Path ([IO.Path]::GetTempPath()) 'CognitoPools.Module.Tests.suppressions.json'
                Set-Content $suppressions '{ "suppressions": [ { "id": "GuestEnabled", "reason": "x" } ] }'
                $exported = Join-Path $folder exported.json
                Export-CognitoIdentityPool shop -Path $exported
                Set-CognitoIdentityPool shop -Tag @{ more = 'x' }
                $drift = Compare-CognitoIdentityPool shop -Path $exported
                Set-Content $file before
                """,
            Probe = Files,
        },
        new("Import-CognitoIdentityPool", "Import-CognitoIdentityPool -Path $file", "-Document $other", "-Name new", "-IdentityPool bare",
            "-Value @{ one = 'two' }", "-Prune", "-AsPlan", "-Force")
        {
            Setup = Folder + """
                $null = New-CognitoIdentityPool bare -NoRole -GuestAccess -Tag @{ team = 'app' }
                $both = New-PoolTrustPolicy shop, bare Guest
                Set-PoolSandbox -Role @{ Name = 'one'; TrustPolicy = $both }, @{ Name = 'two'; TrustPolicy = $both }
                $other = '{ "version": 1, "name": "shop", "guestRole": "one", "roles": { "one": { "arn": "arn:aws:iam::123456789012:role/one" } } }'
                Set-Content $file $other
                """,
        },
        new("Import-CognitoIdentityPool with a role that refuses the pool", "Import-CognitoIdentityPool -Path $file", "-RepairTrust")
        {
            Setup = Folder + """
                $shut = 'arn:aws:iam::123456789012:role/shutguests'
                Set-Content $file ('{ "version": 1, "name": "shop", "guestRole": "one", "roles": { "one": { "arn": "' + $shut + '" } } }')
                """,
        },
        new("Compare-CognitoIdentityPool", "Compare-CognitoIdentityPool -Path $file",
            "-IdentityPool bare", "-ReferencePool bare", "-DifferencePath $other", "-Exclude tags*", "-AsMarkdown", "-Value @{ one = 'two' }")
        {
            Setup = Compared,
        },
        new("Compare-CognitoIdentityPool with a pool", "Compare-CognitoIdentityPool -IdentityPool shop -ReferencePool bare",
            "-Path $file", "-DifferencePath $other", "-Exclude tags*", "-AsMarkdown", "-Value @{ one = 'two' }")
        {
            Setup = Compared,
        },
        new("Compare-CognitoIdentityPool with a template", "Compare-CognitoIdentityPool -Path $template",
            "-IdentityPool bare", "-DifferencePath $other", "-Exclude guestAccess", "-AsMarkdown", "-Value @{ Team = 'app' }")
        {
            Setup = Compared,
        },

        new("Invoke-PoolPlan", "Invoke-PoolPlan -Plan $plan", "-PassThru", "-Force")
        {
            Setup = "$plan = Set-CognitoIdentityPool shop -NewName web -AsPlan",
        },
        new("Invoke-PoolPlan with a file", "Invoke-PoolPlan -Path $planFile", "-Value @{ 'api.twitter.com' = 'b' }", "-PassThru")
        {
            Setup = """
                $planFile = Join-Path ([IO.Path]::GetTempPath()) 'CognitoPools.Module.Tests.plan.json'
                Set-Content -LiteralPath $planFile (Add-PoolIdentityProvider shop -Provider @{ Twitter = 'a;b' } -AsPlan).ToJson()
                """,
        },
        new("Set-PoolGuestAccess", "Set-PoolGuestAccess -IdentityPool shop -Enable",
            "-Disable", "-Role shutguests", "-RepairTrust", "-CreateRole", "-RoleName g", "-PermissionsPolicy $narrow",
            "-PolicyFile $policyFile", "-Force", "-PassThru", "-AsPlan")
        {
            Setup = """
                Set-PoolGuestAccess shop -Disable
                Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = (New-PoolTrustPolicy $foreign Guest) }
                """,
        },
        new("Set-PoolGuestAccess off", "Set-PoolGuestAccess -IdentityPool shop -Disable", "-Enable"),
        new("Get-PoolRole", "Get-PoolRole -IdentityPool shop", "-IdentityType Guest", "-Role my_guestrole", "-IncludePolicy")
        {
            Setup = """
                Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'users' }
                Set-PoolRole shop Authenticated -CreateRole -RoleName my_guestrole
                """,
        },
        new("Get-PoolPermission", "Get-PoolPermission -IdentityPool shop -IdentityType Guest", "-Flow Basic")
        {
            Setup = """
                Set-PoolSandbox -ManagedPolicy @{ Name = 'wide'; Document = $narrow -replace 's3:GetObject', 'ec2:*' }
                Set-PoolRole shop Guest -AttachPolicy wide
                """,
        },
        new("Test-CognitoIdentityPool", "Test-CognitoIdentityPool", "-IdentityPool shop", "-Tag @{ stage = 'live' }", "-AllRegions", "-Account",
            "-Id GuestEnabled", "-ExcludeId Guest*", "-Severity High", "-SuppressionPath $file", "-All", "-Quiet", "-AsPlan",
            "-UserPool $client", "-Measurement $measured")
        {
            Setup = """
                $null = New-CognitoIdentityPool far -GuestAccess -Region eu-west-1
                $null = New-CognitoIdentityPool blog -NoRole -GuestAccess -Tag @{ stage = 'live' }
                $open = $users -replace '"StringEquals":\s*\{[^}]*\},', ''
                Set-PoolSandbox -Role @{ Name = 'opened'; TrustPolicy = $open }
                Set-PoolRole shop Authenticated -AttachPolicy extra
                Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com
                Add-PoolIdentityProvider shop -SamlProvider okta
                Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Rules -RoleResolution Deny `
                    -Rule @{ Claim = 'custom:role'; Operator = 'Equals'; Value = 'x'; Role = 'users' }
                $client = '{ "UserPoolClient": { "ClientId": "abc", "WriteAttributes": [ "name" ] } }'
                Set-PoolSandbox -Time 2026-06-02
                Add-PoolSandboxIdentity shop -Count 200 -CreationDate 2026-06-01
                $measured = Measure-PoolIdentity shop
                $file = Join-Path ([IO.Path]::GetTempPath()) 'CognitoPools.Module.Tests.suppressions.json'
                Set-Content $file '{ "suppressions": [ { "id": "GuestEnabled", "reason": "x" } ] }'
                """,
        },
        new("Find-PoolRole", "Find-PoolRole", "-Name *es*", "-Orphaned", "-Open", "-PoolRegion eu-west-1")
        {
            Setup = """
                $euro = New-CognitoIdentityPool euro -NoRole -Region eu-west-1
                $open = $users -replace '"StringEquals":\s*\{[^}]*\},', ''
                Set-PoolSandbox -Role @{ Name = 'opened'; TrustPolicy = $open }, @{ Name = 'unbound'; TrustPolicy = $open }
                Set-PoolRole $euro Authenticated -Role unbound
                """,
        },
        new("Set-PoolRole", "Set-PoolRole -IdentityPool shop -IdentityType Authenticated -Role other",
            "-CreateRole", "-RoleName a", "-None", "-PermissionsPolicy $narrow", "-PolicyFile $policyFile", "-PolicyName mine",
            "-AttachPolicy extra", "-DetachPolicy old", "-Force", "-PassThru", "-AsPlan")
        {
            Setup = """
                Set-PoolSandbox -ManagedPolicy @{ Name = 'old'; Document = $narrow } -Role @{ Name = 'other'; TrustPolicy = $users }
                Set-PoolRole shop Authenticated -Role other -AttachPolicy old
                Set-PoolRole shop Authenticated -Role users
                """,
        },
        new("Set-PoolRole that is set", "Set-PoolRole -IdentityPool shop -IdentityType Guest -PermissionsPolicy $narrow",
            "-Role shutguests", "-CreateRole", "-RoleName g", "-None", "-RepairTrust", "-PolicyName mine", "-AttachPolicy extra",
            "-DetachPolicy old", "-PassThru", "-AsPlan")
        {
            Setup = """
                Set-PoolSandbox -ManagedPolicy @{ Name = 'old'; Document = $narrow }
                Set-PoolRole shop Guest -AttachPolicy old
                Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = (New-PoolTrustPolicy $foreign Guest) }
                """,
        },
        new("New-PoolRole", "New-PoolRole -IdentityPool shop -IdentityType Authenticated -RoleName mine",
            "-PermissionsPolicy $narrow", "-PolicyFile $policyFile", "-AttachPolicy extra", "-TagSession",
            "-PermissionsBoundary extra", "-Force", "-AsPlan"),
        new("New-PoolRole that exists", "New-PoolRole -IdentityPool shop -IdentityType Guest -RoleName mine",
            "-PermissionsPolicy $narrow", "-AttachPolicy extra")
        {
            Setup = "New-PoolRole shop Guest mine",
        },
        new("New-PoolRole that refuses the pool", "New-PoolRole -IdentityPool shop -IdentityType Guest -RoleName mine", "-RepairTrust")
        {
            Setup = """
                New-PoolRole shop Guest mine
                Set-PoolSandbox -Role @{ Name = 'mine'; TrustPolicy = (New-PoolTrustPolicy $foreign Guest) }
                """,
        },
        new("Remove-PoolRole", "Remove-PoolRole -Role mine", "-AsPlan", "-Force") { Setup = "New-PoolRole shop Guest mine" },
        new("New-PoolTrustPolicy with tags", "New-PoolTrustPolicy -IdentityPool shop -IdentityType Authenticated",
            "-RequestTag @{ repository = 'acme/*' }", "-Provider Google"),
        new("New-PoolTrustPolicy", "New-PoolTrustPolicy -IdentityPool shop -IdentityType Guest",
            "-TagSession", "-ConditionKeyPrefix example.com", "-CognitoPrincipal example.com", "-Compact"),
        new("New-PoolRolePolicy", "New-PoolRolePolicy",
            "-PermissionsPolicy $narrow", "-Template LegacyGuest", "-S3Bucket shop-files", "-S3Prefix private", "-NoSeparator", "-DynamoDbTable orders",
            "-Api a1b2c3d4e5", "-ReadOnly", "-IsolateByTag team", "-PrincipalTag @{ team = 'web' }", "-Region cn-north-1",
            "-AccountId 123456789012", "-Compact") { Stage = "$narrow = '" + Narrow + "'" },

        new("Add-PoolIdentityProvider",
            "Add-PoolIdentityProvider -IdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId other",
            "-ServerSideTokenCheck $false", "-NoServerSideTokenCheck", "-RoleSetting Token", "-RoleResolution AuthenticatedRole",
            "-Rule @{ Claim = 'hd'; Value = 'x'; Role = 'plain' }", "-AttributeMapping @{ tag = 'claim' }", "-RepairTrust",
            "-Force", "-PassThru", "-AsPlan")
        {
            Setup = """
                Set-CognitoIdentityPool shop -BasicFlow Inactive
                Set-PoolSandbox -Role @{ Name = 'plain'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
                Set-PoolRole shop Authenticated -Role plain
                """,
        },
        new("Add-PoolIdentityProvider with a role that refuses the pool",
            "Add-PoolIdentityProvider -IdentityPool shop -FacebookAppId 123456789012345 -Rule @{ Claim = 'aud'; Value = 'x'; Role = 'shut' }",
            "-RepairTrust", "-RoleResolution AuthenticatedRole"),
        new("Add-PoolIdentityProvider Google", "Add-PoolIdentityProvider -IdentityPool bare -GoogleClientId 2-b.apps.googleusercontent.com")
        {
            Setup = "New-CognitoIdentityPool bare -NoRole",
        },
        new("Add-PoolIdentityProvider Facebook", "Add-PoolIdentityProvider -IdentityPool shop -FacebookAppId 123456789012345"),
        new("Add-PoolIdentityProvider Amazon", "Add-PoolIdentityProvider -IdentityPool shop -AmazonAppId amzn1.application.a"),
        new("Add-PoolIdentityProvider Apple", "Add-PoolIdentityProvider -IdentityPool shop -AppleServicesId com.example.shop"),
        new("Add-PoolIdentityProvider Twitter",
            "Add-PoolIdentityProvider -IdentityPool shop -TwitterConsumerKey key -TwitterConsumerSecret $secret"),
        new("Add-PoolIdentityProvider OpenIdConnect",
            "Add-PoolIdentityProvider -IdentityPool shop -OpenIdConnectProvider https://login.example.com"),
        new("Add-PoolIdentityProvider SAML", "Add-PoolIdentityProvider -IdentityPool shop -SamlProvider okta"),
        new("Add-PoolIdentityProvider developer", "Add-PoolIdentityProvider -IdentityPool bare -DeveloperProviderName login.new")
        {
            Setup = "New-CognitoIdentityPool bare -NoRole",
        },
        new("Add-PoolIdentityProvider object", "Add-PoolIdentityProvider -IdentityPool shop -Provider @{ Facebook = '123456789012345' }"),
        new("Get-PoolIdentityProvider", "Get-PoolIdentityProvider -IdentityPool shop",
            "-Provider *google*, *cognito*", "-Type CognitoUserPool, Saml")
        {
            Setup = "Add-PoolIdentityProvider shop -SamlProvider okta",
        },
        new("Set-PoolIdentityProvider",
            "Set-PoolIdentityProvider -IdentityPool shop -Provider CognitoUserPool",
            "-ClientId other", "-ConsumerSecret $secret", "-ServerSideTokenCheck $false", "-RoleSetting Token",
            "-RoleResolution AuthenticatedRole", "-Rule @{ Claim = 'a'; Value = 'b'; Role = 'plain' }",
            "-AddRule @{ Claim = 'c'; Value = 'd'; Role = 'plain' }", "-At 1", "-RemoveRule 1",
            "-AttributeMapping @{ tag = 'claim' }", "-RepairTrust", "-Force", "-PassThru", "-AsPlan")
        {
            Setup = """
                Set-CognitoIdentityPool shop -BasicFlow Inactive
                Set-PoolSandbox -Role @{ Name = 'plain'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
                Set-PoolRole shop Authenticated -Role plain
                Set-PoolIdentityProvider shop CognitoUserPool -Rule @{ Claim = 'x'; Value = 'y'; Role = 'plain' },
                    @{ Claim = 'x'; Value = 'z'; Role = 'plain' } -RoleResolution Deny
                """,
        },
        new("Set-PoolIdentityProvider with a role that refuses the pool",
            "Set-PoolIdentityProvider -IdentityPool shop -Provider Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'shut' }",
            "-RepairTrust", "-RoleResolution AuthenticatedRole"),
        new("Set-PoolIdentityProvider Twitter", "Set-PoolIdentityProvider -IdentityPool shop -Provider Twitter",
            "-ClientId other", "-ConsumerSecret $secret", "-ServerSideTokenCheck $true", "-AttributeMapping @{ tag = 'claim' }")
        {
            Setup = "Add-PoolIdentityProvider shop -TwitterConsumerKey key -TwitterConsumerSecret $secret\n"
                + "$secret = ConvertTo-SecureString new -AsPlainText -Force",
        },
        new("Remove-PoolIdentityProvider", "Remove-PoolIdentityProvider -IdentityPool shop -Provider Google",
            "-Force", "-PassThru", "-AsPlan"),
        new("New-PoolRoleRule", "New-PoolRoleRule -Claim hd -Value x -Role users", "-Operator Contains"),
        new("New-PoolRoleRule of a rule", "New-PoolRoleRule -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'users' }",
            "-Rule @{ Claim = 'hd'; Value = 'x'; Role = 'users' }, @{ Claim = 'hd'; Value = 'y'; Role = 'users' }"),

        new("Get-PoolIdentity", "Get-PoolIdentity -IdentityPool shop", FilterValues) { Setup = Filters },
        new("Get-PoolIdentity by id", "Get-PoolIdentity -IdentityId (Get-PoolIdentity shop | Select-Object -First 1).IdentityId")
        {
            Setup = "Add-PoolSandboxIdentity shop",
        },
        new("Measure-PoolIdentity", "Measure-PoolIdentity -IdentityPool shop", FilterValues) { Setup = Filters },
        new("Remove-PoolIdentity", "Remove-PoolIdentity -Identity $identity", "-Force", "-PassThru")
        {
            Setup = "Add-PoolSandboxIdentity shop; $identity = Get-PoolIdentity shop",
        },
        new("Remove-PoolIdentityLogin", "Remove-PoolIdentityLogin -Identity $identity -Login $google",
            "-Provider CognitoUserPool", "-Force")
        {
            Setup = """
                $user = @{ CognitoUserPool = New-PoolSandboxToken shop CognitoUserPool -Subject me }
                $identity = (Get-PoolCredential shop -Login $google).IdentityId
                Get-PoolCredential shop -IdentityId $identity -Login ($google + $user)
                $google = @{ Google = $google.Google }
                """,
        },
        new("Get-PoolDeveloperIdentity", "Get-PoolDeveloperIdentity -IdentityPool shop -DeveloperUserIdentifier anna",
            "-IdentityId $identity")
        {
            Setup = """
                $identity = (New-PoolDeveloperToken shop anna).IdentityId
                New-PoolDeveloperToken shop ben
                Merge-PoolDeveloperIdentity shop ben anna -Force
                """,
        },
        new("Get-PoolDeveloperIdentity by id", "Get-PoolDeveloperIdentity -IdentityPool shop -IdentityId $identity",
            "-DeveloperUserIdentifier anna")
        {
            Setup = """
                $identity = (New-PoolDeveloperToken shop anna).IdentityId
                New-PoolDeveloperToken shop ben
                Merge-PoolDeveloperIdentity shop ben anna -Force
                """,
        },
        new("Merge-PoolDeveloperIdentity",
            "Merge-PoolDeveloperIdentity -IdentityPool shop -SourceUserIdentifier a -DestinationUserIdentifier b", "-Force")
        {
            Setup = "'a', 'b' | ForEach-Object { New-PoolDeveloperToken shop $_ }",
        },
        new("Remove-PoolDeveloperIdentity", "Remove-PoolDeveloperIdentity -IdentityPool shop -DeveloperUserIdentifier anna",
            "-IdentityId $identity", "-Force")
        {
            Setup = "$identity = (New-PoolDeveloperToken shop anna).IdentityId",
        },
        new("New-PoolDeveloperToken", "New-PoolDeveloperToken -IdentityPool shop -DeveloperUserIdentifier anna",
            "-IdentityId $identity", "-Login $google", "-PrincipalTag @{ team = 'web' }", "-Duration 0:20:00", "-Force")
        {
            Setup = "$identity = (New-PoolDeveloperToken shop ben).IdentityId",
        },

        new("Get-PoolCredential", "Get-PoolCredential -IdentityPool shop",
            "-IdentityId $identity", "-Login $google", "-CustomRole guests", "-Flow Basic", "-BasicFlow", "-Role guests", "-Duration 0:20:00")
        {
            Setup = "Add-PoolSandboxIdentity shop; $identity = (Get-PoolIdentity shop).IdentityId",
        },
        new("Get-PoolCredential in the basic flow", "Get-PoolCredential -IdentityPool shop -Flow Basic -Role guests",
            "-IdentityId $identity", "-Login $google", "-CustomRole users", "-Duration 0:20:00")
        {
            Setup = "Add-PoolSandboxIdentity shop; $identity = (Get-PoolIdentity shop).IdentityId",
        },
        new("Get-PoolOpenIdToken", "Get-PoolOpenIdToken -IdentityPool shop", "-IdentityId $identity", "-Login $google")
        {
            Setup = "Add-PoolSandboxIdentity shop; $identity = (Get-PoolIdentity shop).IdentityId",
        },
        new("Resolve-PoolRole",
            "Resolve-PoolRole -IdentityPool $pool -Claim @{ sub = '1'; 'cognito:roles' = $two } -Provider CognitoUserPool",
            "-Guest", "-CustomRole arn:aws:iam::123456789012:role/users", "-CheckTrust")
        {
            Setup = """
                Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token
                $pool = Get-CognitoIdentityPool shop
                $two = 'arn:aws:iam::123456789012:role/users', 'arn:aws:iam::123456789012:role/shut'
                """,
        },
        new("Resolve-PoolRole without a provider",
            "Resolve-PoolRole -IdentityPool $pool -Claim @{ sub = '1'; iss = 'https://accounts.google.com' }",
            "-Provider CognitoUserPool", "-CheckTrust"),
        new("Resolve-PoolRole for a guest", "Resolve-PoolRole -IdentityPool $pool -Guest",
            "-Claim @{ sub = '1' }", "-Provider Google", "-CustomRole arn:aws:iam::123456789012:role/users", "-CheckTrust"),
        new("Get-PoolClientConfiguration", "Get-PoolClientConfiguration -IdentityPool shop -Platform JavaScript"),

        new("Get-PoolSandbox", "Get-PoolSandbox"),
        new("Set-PoolSandbox", "Get-CognitoIdentityPool none* | Out-Null; Set-PoolSandbox",
            "-Latency 0:00:00.001", "-RequestRate @{ ListIdentities = 5 }", "-IamDelay 0:00:01",
            "-Fault @{ Operation = 'ListIdentities'; Kind = 'Throttle' }", "-ClearFault", "-ClearCall", "-Time 2030-01-01",
            "-Advance 365.00:00:00", "-OpenIdConnectProvider https://new.example.com", "-SamlProvider new",
            "-Role @{ Name = 'added'; TrustPolicy = $users }",
            "-ManagedPolicy @{ Name = 'added'; Document = $narrow }", "-Partition aws-us-gov", "-Force", "-PassThru")
        {
            Setup = "Set-PoolSandbox -Fault @{ Operation = 'GetId'; Kind = 'Throttle' }",
            Probe = """
                Get-PoolSandbox | Select-Object Latency, IamDelay, RequestRates, { $_.Faults.Operation }, { $_.Calls.Operation }, { $_.Time.Year }
                Set-PoolSandbox -ClearFault -IamDelay 0 -Latency 0
                foreach ($change in {
                    Add-PoolIdentityProvider shop -OpenIdConnectProvider https://new.example.com -AsPlan
                }, {
                    Add-PoolIdentityProvider shop -SamlProvider new -AsPlan
                }, {
                    Set-PoolRole shop Authenticated -Role added -AsPlan
                }, {
                    Set-PoolRole shop Authenticated -AttachPolicy added -AsPlan
                }) { try { & $change 3>&1 | Out-String } catch { "$_" } }
                """,
        },
        new("Add-PoolSandboxIdentity", "Add-PoolSandboxIdentity -IdentityPool shop",
            "-Count 3", "-Provider Google", "-CreationDate 2020-01-01", "-LastModifiedDate 2020-06-01", "-Disabled", "-Force", "-PassThru")
        {
            Probe = "Get-PoolIdentity shop; Get-PoolIdentity shop -Disabled",
        },
        new("New-PoolSandboxToken", "New-PoolSandboxToken -IdentityPool shop -Provider Google",
            "-Subject me", "-Claim @{ hd = 'x' }", "-Duration 0:10:00", "-Issuer https://evil.example.com", "-Audience other",
            "-Unsigned"),
    ];
}

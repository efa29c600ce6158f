namespace CognitoPools.Outcomes.Tests;

/// <summary>At least one use of every cmdlet that changes an account.</summary>
internal static class ChangingCommands
{
    private const string Google = "'1-a.apps.googleusercontent.com'";

    private const string Bare = "$null = New-CognitoIdentityPool bare -BasicFlow Active -NoRole -Tag @{ old = '1'; keep = '2' }; ";

    private const string Shop =
        "$null = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = " + Google + " } "
            + "-DeveloperProviderName login.shop -Tag @{ old = '1'; keep = '2' }; "
            + "$users = (Get-PoolRole shop -IdentityType Authenticated).RoleArn; "
            + "Set-PoolIdentityProvider shop Google -RoleSetting Rules -RoleResolution Deny -AttributeMapping Default "
            + "-Rule @{ Claim = 'sub'; Operator = 'Equals'; Value = 'x'; Role = $users } -RepairTrust; ";

    private const string Id = "$id = (Get-CognitoIdentityPool).IdentityPoolId; ";

    private const string Other =
        "$trust = New-PoolTrustPolicy -IdentityPool 'eu-central-1:11111111-2222-3333-4444-555555555555' -IdentityType Guest; "
            + "Set-PoolSandbox -Role @{ Name = 'other'; TrustPolicy = $trust } -ManagedPolicy "
            + "@{ Name = 'one'; Document = '{}' }, @{ Name = 'two'; Document = '{}' }; ";

    private const string Users =
        "$null = New-PoolDeveloperToken shop ann; $null = New-PoolDeveloperToken shop bob; "
            + "$google = New-PoolSandboxToken shop Google -Claim @{ sub = 'x' }; "
            + "$person = (Get-PoolCredential shop -Login @{ Google = $google }).IdentityId; ";

    public static IReadOnlyList<ChangingCommand> All { get; } =
    [
        new("new pool", "New-CognitoIdentityPool", "",
            $"New-CognitoIdentityPool fresh -GuestAccess -Provider @{{ Google = {Google}; AttributeMapping = 'Default' }} "
                + "-Tag @{ team = 'web' }")
        {
            Again = $"New-CognitoIdentityPool fresh -UseExisting -GuestAccess "
                + $"-Provider @{{ Google = {Google}; AttributeMapping = 'Default' }} -Tag @{{ team = 'web' }}",
        },
        new("existing pool", "New-CognitoIdentityPool", Bare,
            "New-CognitoIdentityPool bare -UseExisting -GuestAccess -Provider @{ Facebook = '123456789012345' }"),
        new("settings and tags", "Set-CognitoIdentityPool", Shop + Id,
            "Set-CognitoIdentityPool shop -NewName web -Tag @{ keep = '3'; more = '4' } -RemoveTag old -PassThru")
        {
            Again = "Set-CognitoIdentityPool $id -NewName web -Tag @{ keep = '3'; more = '4' } -RemoveTag old",
        },
        new("developer provider", "Set-CognitoIdentityPool", Bare + Id,
            "Set-CognitoIdentityPool bare -NewName naked -DeveloperProviderName login.bare")
        {
            Again = "Set-CognitoIdentityPool $id -NewName naked -DeveloperProviderName login.bare",
        },
        new("pool with roles", "Remove-CognitoIdentityPool", Shop + Id,
            "Remove-CognitoIdentityPool shop -RemoveRole -Force")
        {
            Again = "Remove-CognitoIdentityPool $id -RemoveRole -Force",
        },
        new("document of a new pool", "Import-CognitoIdentityPool", Shop
            + "$document = Export-CognitoIdentityPool shop; Remove-CognitoIdentityPool shop -RemoveRole -Force; ",
            "$document | Import-CognitoIdentityPool"),
        new("document of a pool", "Import-CognitoIdentityPool", Shop + Other
            + "$document = Export-CognitoIdentityPool shop; Set-PoolGuestAccess shop -Disable; "
            + "Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) -AttachPolicy one; "
            + "Set-CognitoIdentityPool shop -Tag @{ more = '4' } -RemoveTag old; $null = New-PoolRole shop Guest extra-guests; "
            + "$document = $document.Text -replace '\"Federated\"', '\"Service\": \"lambda.amazonaws.com\", \"Federated\"'; ",
            "$document | Import-CognitoIdentityPool -Prune -Force"),
        new("guests on", "Set-PoolGuestAccess", Bare, "Set-PoolGuestAccess bare -Enable -CreateRole"),
        new("guests off", "Set-PoolGuestAccess", Shop, "Set-PoolGuestAccess shop -Disable"),
        new("role made", "Set-PoolRole", Bare, "Set-PoolRole bare Authenticated -CreateRole -PassThru"),
        new("role named", "Set-PoolRole", Shop + Other, "Set-PoolRole shop Guest -Role other -RepairTrust"),
        new("permissions", "Set-PoolRole", Shop + Other
            + "Set-PoolRole shop Guest -AttachPolicy arn:aws:iam::123456789012:policy/one; ",
            "Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) "
                + "-AttachPolicy arn:aws:iam::123456789012:policy/two -DetachPolicy arn:aws:iam::123456789012:policy/one"),
        new("role none", "Set-PoolRole", Shop, "Set-PoolRole shop Guest -None"),
        new("role for a rule", "New-PoolRole", Shop + Other,
            "New-PoolRole shop Authenticated rule-users -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) "
                + "-AttachPolicy arn:aws:iam::123456789012:policy/two -PermissionsBoundary arn:aws:iam::123456789012:policy/one"),
        new("role removed", "Remove-PoolRole", Shop + Other + "$null = New-PoolRole shop Guest rule-guests "
            + "-AttachPolicy arn:aws:iam::123456789012:policy/one; ", "Remove-PoolRole rule-guests -Force"),
        new("provider added", "Add-PoolIdentityProvider", Shop,
            "Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 -AttributeMapping Default -PassThru")
        {
            // What the warning about a provider that is there advises.
            Again = "Add-PoolIdentityProvider shop -FacebookAppId 123456789012345; "
                + "Set-PoolIdentityProvider shop Facebook -AttributeMapping Default",
        },
        new("provider set", "Set-PoolIdentityProvider", Shop,
            "Set-PoolIdentityProvider shop Google -RoleResolution AuthenticatedRole "
                + "-AddRule @{ Claim = 'sub'; Operator = 'Equals'; Value = 'y'; Role = $users } -AttributeMapping @{ team = 'sub' }"),
        new("client changed", "Set-PoolIdentityProvider", Shop,
            "Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com -Force"),
        new("provider removed", "Remove-PoolIdentityProvider", Shop, "Remove-PoolIdentityProvider shop Google -Force"),
        new("plan of an edit", "Invoke-PoolPlan", Shop + Id
            + "$plan = (Set-CognitoIdentityPool shop -NewName web -Tag @{ keep = '3'; more = '4' } -RemoveTag old -AsPlan).ToJson(); ",
            "$plan | Invoke-PoolPlan -PassThru")
        {
            Again = "Set-CognitoIdentityPool $id -NewName web -Tag @{ keep = '3'; more = '4' } -RemoveTag old",
        },
        new("plan of a role", "Invoke-PoolPlan", Bare + "$plan = (Set-PoolGuestAccess bare -Enable -CreateRole -AsPlan).ToJson(); ",
            "$plan | Invoke-PoolPlan")
        {
            Again = "Set-PoolGuestAccess bare -Enable -CreateRole",
        },
        new("plan of a new pool", "Invoke-PoolPlan",
            $"$plan = (New-CognitoIdentityPool fresh -GuestAccess -Provider @{{ Google = {Google} }} -AsPlan).ToJson(); ",
            "$plan | Invoke-PoolPlan -PassThru")
        {
            Again = $"New-CognitoIdentityPool fresh -UseExisting -GuestAccess -Provider @{{ Google = {Google} }}",
        },
        new("plan of a removal", "Invoke-PoolPlan", Shop + Id
            + "$plan = (Remove-CognitoIdentityPool shop -RemoveRole -AsPlan).ToJson(); ", "$plan | Invoke-PoolPlan -Force")
        {
            Again = "Remove-CognitoIdentityPool $id -RemoveRole -Force",
        },
        new("identities", "Remove-PoolIdentity", Bare + "Add-PoolSandboxIdentity bare -Count 20; ",
            "Get-PoolIdentity bare | Remove-PoolIdentity -Force"),
        new("login", "Remove-PoolIdentityLogin", Shop + Users,
            "Remove-PoolIdentityLogin $person -Login @{ Google = $google } -Force"),
        new("merge", "Merge-PoolDeveloperIdentity", Shop + Users, "Merge-PoolDeveloperIdentity shop ann bob -Force"),
        new("developer user", "Remove-PoolDeveloperIdentity", Shop + Users, "Remove-PoolDeveloperIdentity shop ann -Force"),
        new("developer token", "New-PoolDeveloperToken", Shop + Users, "New-PoolDeveloperToken shop zoe"),
    ];
}

using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using CognitoPools.Account;

namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>A pool as others change it, without the module.</summary>
internal sealed class RawPool(AccountConnection connection, string id)
{
    public string Id => id;

    /// <summary>Changes settings and keeps the others.</summary>
    public async Task UpdateAsync(Action<UpdateIdentityPoolRequest> change)
    {
        var client = connection.Cognito(Account.Region);
        var now = await client.DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest { IdentityPoolId = id });
        var request = new UpdateIdentityPoolRequest
        {
            IdentityPoolId = id,
            IdentityPoolName = now.IdentityPoolName,
            AllowUnauthenticatedIdentities = now.AllowUnauthenticatedIdentities,
            AllowClassicFlow = now.AllowClassicFlow,
            CognitoIdentityProviders = now.CognitoIdentityProviders,
            SupportedLoginProviders = now.SupportedLoginProviders,
            OpenIdConnectProviderARNs = now.OpenIdConnectProviderARNs,
            SamlProviderARNs = now.SamlProviderARNs,
            DeveloperProviderName = now.DeveloperProviderName,
        };
        change(request);
        await client.UpdateIdentityPoolAsync(request);
    }

    /// <summary>Changes roles and role mappings and keeps the others.</summary>
    public async Task SetRolesAsync(Action<SetIdentityPoolRolesRequest> change)
    {
        var client = connection.Cognito(Account.Region);
        var now = await client.GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = id });
        var request = new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = id,
            Roles = now.Roles ?? [],
            RoleMappings = now.RoleMappings ?? [],
        };
        change(request);
        await client.SetIdentityPoolRolesAsync(request);
    }

    /// <summary>Attaches a managed policy to the role of authenticated users.</summary>
    public async Task AttachAsync(string arn)
    {
        var roles = await connection.Cognito(Account.Region)
            .GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = id });
        await connection.Iam(Account.Region).AttachRolePolicyAsync(
            new AttachRolePolicyRequest { RoleName = roles.Roles["authenticated"].Split('/')[^1], PolicyArn = arn });
    }

    /// <summary>Deletes a role that the pool still names.</summary>
    public Task DeleteRoleAsync(string name) =>
        connection.Iam(Account.Region).DeleteRoleAsync(new DeleteRoleRequest { RoleName = name });
}

using System.Text.Json;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Operations.Pools;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>The operations with which an app signs a user in: first an identity, then credentials (enhanced flow) or a token
/// for STS (basic flow).</summary>
internal static class SignInOperations
{
    private const string EnhancedSession = "CognitoIdentityCredentials";

    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(1);
    private static readonly TimeSpan TokenLength = TimeSpan.FromMinutes(10);

    /// <summary>Returns the identity of the logins and creates it if it does not exist. Each call of a guest creates a new
    /// one.</summary>
    public static object GetId(CallContext context, JsonElement input)
    {
        var tokens = LoginTokens.In(input);
        var region = context.Pools;
        lock (region.Gate)
        {
            var pool = region.Get(input.Text("IdentityPoolId"));
            if (input.OptionalText("AccountId") is { } account && account != context.AccountId)
                throw new ServiceError("NotAuthorizedException", $"Access to IdentityPool '{pool.Id}' is forbidden.");
            if (tokens.Count == 0 && !pool.Settings.AllowUnauthenticatedIdentities)
                throw SignInErrors.NoGuests;
            var logins = new LoginTokens(context, ConfiguredPool.Of(pool)).Verify(tokens);
            var plan = IdentityPlan.ForLogins(pool.Identities, [.. logins.Select(login => login.Login)]);
            return new NewIdentity(region.IdentityId(pool, plan.Apply(pool.Identities, context.Now)));
        }
    }

    public static object GetCredentials(CallContext context, JsonElement input)
    {
        var tokens = LoginTokens.In(input);
        var region = context.Pools;
        lock (region.Gate)
        {
            var call = SignInCall.Of(context, region, input);
            var customRole = input.OptionalText("CustomRoleArn");
            if (tokens.Any(token => IdentityToken.IsLoginKey(context.Partition, token.Key)))
            {
                return Credentials(
                    call,
                    call.IdentityId,
                    EnhancedFlow.DeveloperRole(context, call.Configuration, DeveloperToken.Check(call, tokens), customRole));
            }

            var (logins, plan) = Resolve(call, tokens);
            // The trust policy can depend on the identity, so it must be known before anything changes. An identity that
            // is named is never new.
            var identityId = call.IdOf(plan.Survivor!.Value);
            var role = EnhancedFlow.Role(context, call.Configuration, identityId, logins, customRole);
            plan.Apply(call.Identities, context.Now);
            return Credentials(call, identityId, role);
        }
    }

    public static object GetOpenIdToken(CallContext context, JsonElement input)
    {
        var tokens = LoginTokens.In(input);
        var region = context.Pools;
        lock (region.Gate)
        {
            var call = SignInCall.Of(context, region, input);
            if (call.Configuration.BasicFlow == BasicFlowState.Inactive)
                throw SignInErrors.BasicFlowOff;
            if (call.Pool.Roles.RoleMappings is not null)
                throw SignInErrors.BasicFlowWithMappings;
            var saml = call.Configuration.Providers.Where(provider => provider.Type == ProviderType.Saml).ToList();
            if (tokens.Any(token => saml.Exists(provider => provider.LoginKey == token.Key)))
                throw SignInErrors.BasicFlowWithSaml;

            var (logins, plan) = Resolve(call, tokens);
            var identityId = call.IdOf(plan.Apply(call.Identities, context.Now));
            var token = new IdentityToken(call.Pool.Id, identityId, VerifiedLogin.Amr(logins))
            {
                Tags = EnhancedFlow.Tags(logins),
                Expiration = context.Now + TokenLength,
            };
            return new IdentityWithToken(identityId, token.Write(context));
        }
    }

    /// <summary>Unlinks logins of an identity, except developer users. One valid login of the identity is sufficient.</summary>
    public static object? Unlink(CallContext context, JsonElement input)
    {
        var tokens = LoginTokens.In(input);
        var removed = input.GetProperty("LoginsToRemove")
            .EnumerateArray()
            .Select(name => name.GetString()!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var region = context.Pools;
        lock (region.Gate)
        {
            var call = SignInCall.Of(context, region, input);
            var logins = new LoginTokens(context, call.Configuration).Verify(tokens);
            if (logins.Count == 0 || logins.Any(login => call.Identities.OwnerOf(login.Login) != call.Identity.Position))
                throw SignInErrors.LoginsDoNotMatch;
            var links = call.Identities.LinksOf(call.Identity.Position)
                .Where(link => !link.Login.IsDeveloper)
                .Select(link => link.Login)
                .ToList();
            if (removed.Find(name => !links.Exists(login => login.Provider == name)) is { } unknown)
                throw SignInErrors.Invalid($"{unknown} is not linked to this identity.");
            foreach (var login in links.Where(login => removed.Contains(login.Provider, StringComparer.Ordinal)))
                call.Identities.Unlink(call.Identity.Position, login, context.Now);
            return null;
        }
    }

    private static (IReadOnlyList<VerifiedLogin> Logins, IdentityPlan Plan) Resolve(
        SignInCall call, IReadOnlyList<KeyValuePair<string, string>> tokens)
    {
        if (tokens.Count == 0)
        {
            call.CheckGuest();
            return ([], new IdentityPlan(call.Identity.Position, [], []));
        }

        var logins = new LoginTokens(call.Context, call.Configuration).Verify(tokens);
        return (logins, IdentityPlan.ForIdentity(call.Identities, call.Identity, [.. logins.Select(login => login.Login)]));
    }

    private static IdentityCredentials Credentials(SignInCall call, string identityId, IamRole role)
    {
        var end = call.Context.Now + SessionLength;
        var created = call.Context.Sessions.Start(call.Context.Partition.Name, role, EnhancedSession, end);
        return new IdentityCredentials(
            identityId,
            new TemporaryCredentials(
                created.Session.AccessKeyId, created.SecretKey, created.SessionToken, EpochTime.Fraction(end)));
    }
}

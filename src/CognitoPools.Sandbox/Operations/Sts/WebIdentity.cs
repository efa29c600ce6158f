using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CognitoPools.Sandbox.Operations.Iam;
using CognitoPools.Sandbox.Operations.SignIn;
using CognitoPools.Sandbox.Wire;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Operations.Sts;

/// <summary>AssumeRoleWithWebIdentity with the token of an identity: the last step of the basic flow.</summary>
internal static class WebIdentity
{
    private const int DefaultDuration = 3600;

    public static object Assume(CallContext context, JsonElement input)
    {
        if (input.Has("ProviderId", out _))
            throw ServiceError.NotSimulated("sts", "AssumeRoleWithWebIdentity with a ProviderId");
        if (input.OptionalText("Policy") is { } policy)
            PolicyRules.CheckPermissions(policy);
        var token = Token(context, input.Text("WebIdentityToken"));
        var role = RoleTrust.Assumable(context, input.Text("RoleArn"), token.Request(context.Partition))
            ?? throw new ServiceError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
        var seconds = input.OptionalNumber("DurationSeconds") ?? DefaultDuration;
        if (seconds > role.MaxSessionDuration)
        {
            throw new ServiceError(
                "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }

        var end = context.Now + TimeSpan.FromSeconds(seconds);
        var created = context.Sessions.Start(context.Partition.Name, role, input.Text("RoleSessionName"), end);
        return new object[]
        {
            new XElement(
                "Credentials",
                new XElement("AccessKeyId", created.Session.AccessKeyId),
                new XElement("SecretAccessKey", created.SecretKey),
                new XElement("SessionToken", created.SessionToken),
                new XElement("Expiration", IamXml.Time(end))),
            new XElement("SubjectFromWebIdentityToken", token.IdentityId),
            new XElement(
                "AssumedRoleUser", new XElement("AssumedRoleId", created.Session.UserId),
                new XElement("Arn", created.Session.Arn)),
            new XElement("Provider", context.Partition.CognitoPrincipal),
            new XElement("Audience", token.PoolId),
        };
    }

    private static IdentityToken Token(CallContext context, string text)
    {
        var issuer = Issuer(text)
            ?? throw Invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        if (issuer != IdentityToken.IssuerOf(context.Partition))
        {
            throw ServiceError.NotSimulated(
                "sts", "AssumeRoleWithWebIdentity with a token of another issuer than the identity pools");
        }
        // The message is from the sandbox: that of AWS is not known.
        var token = IdentityToken.Read(context, text) ?? throw Invalid("The signature of the ID Token could not be verified.");
        if (context.Now < token.Expiration)
            return token;
        throw new ServiceError("ExpiredTokenException", string.Format(
            CultureInfo.InvariantCulture,
            "Token expired: current date/time {0} must be before the expiration date/time {1}",
            EpochTime.Whole(context.Now),
            EpochTime.Whole(token.Expiration)));
    }

    private static string? Issuer(string token)
    {
        try
        {
            return JwtToken.Decode(token).Claims["iss"]?.Values.FirstOrDefault();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ServiceError Invalid(string message) => new("InvalidIdentityToken", message);
}

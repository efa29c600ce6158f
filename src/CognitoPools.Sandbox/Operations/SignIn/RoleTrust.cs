using CognitoPools.Roles;
using CognitoPools.Sandbox.Iam;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>Whether a role's trust policy lets a token in.</summary>
internal static class RoleTrust
{
    /// <summary>The role, or null when there is none, IAM has not spread it yet, or its trust policy refuses.</summary>
    public static IamRole? Assumable(CallContext context, string arn, TrustRequest request)
    {
        var role = context.Iam.Usable(arn, context.Now, context.IamDelay);
        return role is not null && Accepts(role, request) ? role : null;
    }

    private static bool Accepts(IamRole role, TrustRequest request)
    {
        try
        {
            return TrustPolicy.Parse(role.TrustPolicy).Evaluate(request).Allowed;
        }
        catch (FormatException)
        {
            // A role that somebody else is to have made may hold anything.
            return false;
        }
    }
}

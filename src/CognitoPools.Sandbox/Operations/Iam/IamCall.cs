using System.Text.Json;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>The input and the store of an IAM call. The caller has locked the store.</summary>
internal sealed record IamCall(IamStore Store, DateTimeOffset Now)
{
    /// <exception cref="ServiceError">The role does not exist.</exception>
    public IamRole Role(JsonElement input)
    {
        var name = input.Text("RoleName");
        return Store.Roles.TryGetValue(name, out var role)
            ? role
            : throw NoSuchEntity($"The role with name {name} cannot be found.");
    }

    public void Save(IamRole role) => Store.Roles[role.Name] = role;

    public static ServiceError NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static ServiceError LimitExceeded(string message) => new("LimitExceeded", message, 409);
}

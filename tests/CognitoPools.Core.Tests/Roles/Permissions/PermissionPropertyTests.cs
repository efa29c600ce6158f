using CsCheck;

namespace CognitoPools.Tests.Roles.Permissions;

public class PermissionPropertyTests
{
    [Fact]
    public void Rows_say_of_every_request_what_IAM_decides() => PermissionGen.Case.Sample(
        given =>
        {
            var rows = given.Rows();
            var (actions, resources) = given.Requests();
            foreach (var action in actions)
            {
                foreach (var resource in resources)
                {
                    var allowed = PermissionJudge.Allows(given, action, resource);
                    var said = rows.Any(row => PermissionJudge.Says(given, row, action, resource));
                    Assert.True(
                        allowed == said,
                        $"{action} on {resource}: IAM says {allowed}\n{given}\n{string.Join('\n', rows)}");
                }
            }
        },
        iter: 400);
}

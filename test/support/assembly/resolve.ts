import type { Assembly, Resource, Stack } from './assembly.ts';
import { nameResource, partitionOf, suffixOf, type Named } from './names.ts';
import { fieldsOf, isFields, listOf, textOf, type Fields } from './reading.ts';

/** A resource as it stands in the account after the deployment. */
export interface Deployed {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly ref: string;
  /** Its ARN; for a type that has none, `Ref`. */
  readonly arn: string;
  readonly properties: Fields;
}

/** The account after the deployment of all stacks. */
export interface Account {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly suffix: string;
  readonly all: (type: string) => readonly Deployed[];
  /** The value of an output of any stack, where there is one of that name. */
  readonly output: (name: string) => string | undefined;
  readonly asset: Assembly['asset'];
}

/** Resolves what templates leave open, as CloudFormation does when it deploys them. */
export function deploy(assembly: Assembly): Account {
  const { stacks, asset } = assembly;
  // Another stack may be in another region, because CloudFront takes some things only from there.
  const home = stacks.find(({ template }) =>
    Object.values(template.Resources).some(({ Type }) => Type === 'AWS::DynamoDB::Table'),
  );
  if (!home) throw new Error('the assembly has no stack with a table');
  const resolver = createResolver(stacks);
  const { account, region } = home;
  const known = new Map<string, readonly Deployed[]>();
  const resolved = (type: string): readonly Deployed[] =>
    stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources)
        .filter(([, one]) => one.Type === type)
        .map(([id, one]) => resolver.deployed(stack, id, one)),
    );
  return {
    account,
    region,
    partition: partitionOf(region),
    suffix: suffixOf(region),
    asset,
    all: (type) => {
      const all = known.get(type) ?? resolved(type);
      known.set(type, all);
      return all;
    },
    output: (name) => {
      const stack = stacks.find(({ template }) => template.Outputs[name] !== undefined);
      return stack && textOf(resolver.value(stack, stack.template.Outputs[name]?.Value));
    },
  };
}

interface Resolver {
  readonly value: (stack: Stack, value: unknown) => unknown;
  readonly deployed: (stack: Stack, id: string, resource: Resource) => Deployed;
}

function createResolver(stacks: readonly Stack[]): Resolver {
  const known = new Map<string, Named>();

  const resourceOf = (stack: Stack, id: string): Resource => {
    const found = stack.template.Resources[id];
    if (!found) throw new Error(`${stack.name} has no ${id}`);
    return found;
  };
  const named = (stack: Stack, id: string): Named => {
    const key = `${stack.name}/${id}`;
    const before = known.get(key);
    if (before) return before;
    const { Type, Properties } = resourceOf(stack, id);
    const text = (property: string): string | undefined => {
      const found = Properties[property];
      return found === undefined ? undefined : textOf(value(stack, found));
    };
    const made = nameResource(stack, id, Type, text);
    known.set(key, made);
    return made;
  };
  const attribute = (stack: Stack, id: string, name: string): string => {
    const found = named(stack, id).attributes[name];
    if (found === undefined)
      throw new Error(`this environment does not know ${name} of ${resourceOf(stack, id).Type} ${id}`);
    return found;
  };
  const pseudo = (stack: Stack, name: string): string => {
    const values: Readonly<Record<string, string>> = {
      'AWS::AccountId': stack.account,
      'AWS::Region': stack.region,
      'AWS::Partition': partitionOf(stack.region),
      'AWS::URLSuffix': suffixOf(stack.region),
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:${partitionOf(stack.region)}:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/1`,
    };
    return values[name] ?? named(stack, name).ref;
  };
  const exported = (name: string): unknown => {
    for (const stack of stacks)
      for (const output of Object.values(stack.template.Outputs))
        if (output.Export && value(stack, output.Export.Name) === name) return value(stack, output.Value);
    throw new Error(`no stack exports ${name}`);
  };
  const outputOf = (name: string, output: string, region: string): unknown => {
    const stack = stacks.find((one) => one.name === name && one.region === region);
    const found = stack?.template.Outputs[output];
    if (!stack || !found) throw new Error(`${name} in ${region} has no output ${output}`);
    return value(stack, found.Value);
  };
  const substituted = (stack: Stack, given: unknown): string => {
    const [text, own] = Array.isArray(given) ? [textOf(given[0]), fieldsOf(given[1])] : [textOf(given), {}];
    return text.replace(/\$\{([^!}][^}]*)\}/g, (_whole, name: string) => {
      if (name in own) return textOf(value(stack, own[name]));
      const [id = '', ...rest] = name.split('.');
      return rest.length > 0 && !name.startsWith('AWS::')
        ? attribute(stack, id, rest.join('.'))
        : pseudo(stack, name);
    });
  };

  const intrinsics: Readonly<Record<string, (stack: Stack, given: unknown) => unknown>> = {
    Ref: (stack, given) => pseudo(stack, textOf(given)),
    'Fn::GetAtt': (stack, given) => {
      const [id = '', ...rest] = Array.isArray(given) ? given.map(textOf) : textOf(given).split('.');
      return attribute(stack, id, rest.join('.'));
    },
    'Fn::Join': (stack, given) => {
      const [separator, parts] = listOf(given);
      return listOf(value(stack, parts)).map(textOf).join(textOf(separator));
    },
    'Fn::Sub': substituted,
    'Fn::Select': (stack, given) => {
      const [index, from] = listOf(given);
      return listOf(value(stack, from))[Number(textOf(index))];
    },
    'Fn::Split': (stack, given) => {
      const [separator, text] = listOf(given);
      return textOf(value(stack, text)).split(textOf(separator));
    },
    'Fn::ImportValue': (stack, given) => exported(textOf(value(stack, given))),
    'Fn::GetStackOutput': (stack, given) => {
      const { StackName, OutputName, Region } = fieldsOf(value(stack, given));
      return outputOf(textOf(StackName), textOf(OutputName), textOf(Region ?? stack.region));
    },
  };

  function value(stack: Stack, given: unknown): unknown {
    if (Array.isArray(given)) return given.map((one) => value(stack, one));
    if (!isFields(given)) return given;
    const [[key, inner] = ['', undefined], ...more] = Object.entries(given);
    if (more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
      const intrinsic = intrinsics[key];
      if (!intrinsic) throw new Error(`this environment does not know ${key}`);
      return intrinsic(stack, inner);
    }
    return Object.fromEntries(
      Object.entries(given)
        .filter(([, one]) => !(isFields(one) && one['Ref'] === 'AWS::NoValue'))
        .map(([name, one]) => [name, value(stack, one)]),
    );
  }

  return {
    value,
    deployed: (stack, id, { Type, Properties }) => {
      const { ref, attributes } = named(stack, id);
      return {
        stack: stack.name,
        id,
        type: Type,
        ref,
        arn: attributes['Arn'] ?? ref,
        properties: fieldsOf(value(stack, Properties)),
      };
    },
  };
}
